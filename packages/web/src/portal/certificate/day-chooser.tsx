import { useLocation } from "preact-iso";
import { validDate } from "../dates/dates.ts";
import { useWords } from "../language/use-language.tsx";
import { addressOn } from "./asked-day.ts";

/** The day asked about: today, or any other day, kept in the address. */
export function DayChooser(props: { on: string | null; today: string; ahead: boolean }) {
  const { t } = useWords();
  const { url, route } = useLocation();
  const choose = (typed: string) => {
    const on = validDate(typed);
    if (on && on !== props.on) route(addressOn(url, on === props.today ? null : on));
  };
  return (
    <fieldset class="days">
      <legend>{t.certificate.askedDay}</legend>
      <a
        class="day"
        href={addressOn(url, null)}
        aria-current={props.on === null ? "date" : undefined}
      >
        {t.certificate.today} <span class="day-date">{props.today}</span>
      </a>
      <label class="day" data-chosen={props.on !== null}>
        <span>{t.certificate.chooseDay}</span>
        <input
          type="date"
          value={props.on ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </label>
      {props.on && (
        <p class="asked-day" role="status">
          {props.ahead ? t.certificate.answersAhead(props.on) : t.certificate.answersFor(props.on)}
        </p>
      )}
    </fieldset>
  );
}
