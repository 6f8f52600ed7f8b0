import { useCodeLists } from "../api/code-lists.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import type { Person } from "./group-acts.ts";
import { roleName } from "./role-name.ts";

type Unnamed = Pick<Person, "role" | "erased"> & { count: number };

/** People without a name to show can only be counted, by role and by why there is none. */
function unnamedAlike(people: readonly Person[]): Unnamed[] {
  const groups = new Map<string, Unnamed>();
  for (const { name, role, erased } of people) {
    if (name !== null) continue;
    const group = groups.get(`${role} ${erased}`) ?? { role, erased, count: 0 };
    groups.set(`${role} ${erased}`, { ...group, count: group.count + 1 });
  }
  return [...groups.values()];
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
            <Recorded text={person.name ?? ""} /> <span class="small">{roleOf(person.role)}</span>
          </li>
        ))}
      {unnamedAlike(props.people).map(({ role, erased, count }) => (
        <li key={`${role} ${erased}`} class="small">
          {roleOf(role)} · {count > 1 && `${t.trace.people(count)} · `}
          {erased ? t.answers.nameErased : t.answers.nameWithheld}
        </li>
      ))}
    </ul>
  );
}
