import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { validDate } from "../dates/dates.ts";

/** The address of the same page for a day; null: for today. */
export function addressOn(url: string, on: string | null): string {
  const address = new URL(url, window.location.origin);
  if (on) address.searchParams.set("on", on);
  else address.searchParams.delete("on");
  return address.pathname + address.search;
}

/**
 * The day that the address asks about, null for today. What is no date is told (`refused`) and
 * taken out of the address, which otherwise would say something else than the page.
 */
export function useAskedDay(number: string): { on: string | null; refused: string | null } {
  const { url, query, route } = useLocation();
  const given = query.on ?? "";
  const on = validDate(given);
  const [refused, setRefused] = useState({ number, given: "" });
  useEffect(() => {
    if (given === "" || on !== null) return;
    setRefused({ number, given });
    route(addressOn(url, null), true);
  }, [given]);
  if (on !== null) return { on, refused: null };
  const told = given || (refused.number === number ? refused.given : "");
  return { on, refused: told || null };
}
