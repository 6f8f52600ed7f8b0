import type { Action, Session } from "@suzheng/api-contract";
import { PLACES, type Place } from "../places.ts";

export function isAllowed(place: Place, actions: readonly Action[]): boolean {
  return place.needs === undefined || place.needs.some((action) => actions.includes(action));
}

export type Entry = Place & { navigation: NonNullable<Place["navigation"]> };

/** What the navigation lists for somebody, in their roles at the institution that they act for. */
export function allowedEntries({ actions, actingFor }: Session): Entry[] {
  const isBody = actingFor?.kind === "certification-body";
  const isRegulator = actingFor?.kind === "regulator";
  return PLACES.filter(
    (place): place is Entry =>
      place.navigation !== undefined &&
      isAllowed(place, actions) &&
      (isBody || place.isOfBodies !== true) &&
      (isRegulator || place.isOfRegulators !== true),
  );
}

/** The place that an address below /workspace belongs to. */
export function placeOf(path: string): Place | undefined {
  const asked = path.split("/").filter(Boolean);
  return PLACES.find((place) => {
    const parts = place.path.split("/").filter(Boolean);
    return (
      parts.length === asked.length &&
      parts.every((part, n) => part.startsWith("$") || part === asked[n])
    );
  });
}
