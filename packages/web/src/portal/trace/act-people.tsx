import { useCodeLists } from "../api/code-lists.ts";
import { useWords } from "../language/use-language.tsx";
import type { Person } from "./group-acts.ts";
import { roleName } from "./role-name.ts";

type Unnamed = { role: string; count: number };

/** People without a public name can only be counted, by role. */
function unnamedByRole(people: readonly Person[]): Unnamed[] {
  const counts = new Map<string, number>();
  for (const { name, role } of people) {
    if (name === null) counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return [...counts].map(([role, count]) => ({ role, count }));
}

export function ActPeople(props: { people: readonly Person[] }) {
  const { t, language } = useWords();
  const lists = useCodeLists();
  const roleOf = (role: string) => roleName(role, lists, { t, language });
  if (props.people.length === 0) return null;
  return (
    <ul class="act-people" aria-label={t.trace.listed}>
      {props.people
        .filter((person) => person.name !== null)
        .map((person) => (
          <li key={person.registrationNumber ?? person.name}>
            {person.name} <span class="small">{roleOf(person.role)}</span>
          </li>
        ))}
      {unnamedByRole(props.people).map(({ role, count }) => (
        <li key={role} class="small">
          {roleOf(role)} · {count > 1 && `${t.trace.people(count)} · `}
          {t.answers.nameWithheld}
        </li>
      ))}
    </ul>
  );
}
