import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

type Act<Given, Answer> = {
  run: (given: Given) => Promise<Answer>;
  /** What is asked again afterwards. */
  changes: readonly QueryKey[];
  done?: (answer: Answer, given: Given) => void;
};

/** Something a person does: runs it, then whatever it changes is asked again. */
export function useAct<Given = void, Answer = unknown>({ run, changes, done }: Act<Given, Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (answer, given) => {
      await Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
      done?.(answer, given);
    },
  });
}
