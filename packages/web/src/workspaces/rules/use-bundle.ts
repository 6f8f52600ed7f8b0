import { useQuery } from "@tanstack/react-query";
import { REGISTRY_KEY, registry, type VersionName } from "./registry-api.ts";

/** What was filed of a version, word for word. */
export const useBundle = (name: VersionName) =>
  useQuery({
    queryKey: [...REGISTRY_KEY, "bundle", name],
    queryFn: () => registry.bundle(name),
  });
