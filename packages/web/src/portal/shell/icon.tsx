/** Strokes on a 24 px grid. */
const PATHS = {
  check: "m5 12.500 4.500 4.500L19 7.500",
  pause: "M9 6v12M15 6v12",
  cross: "m6.500 6.500 11 11m0-11-11 11",
  dash: "M6 12h12",
  clock: "M12 5.500V12l4 2.500M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18",
  question: "M8.500 9a3.500 3.500 0 1 1 5.400 2.900c-1.200.8-1.900 1.400-1.900 2.800M12 18.500v.1",
  search: "M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13m4.700 11.200L20 20",
  scan: "M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4m4-4h8",
  shield: "M12 3.500 5 6v5.500c0 4 2.800 7 7 9 4.200-2 7-5 7-9V6z",
  file: "M7 3.500h7l4 4v13H7zm7 0v4h4",
  chevron: "m9.500 6 6 6-6 6",
  alert: "M12 8v5.500m0 3.200v.1M12 3.500 2.800 20h18.400z",
  down: "M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 20h14",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1-1",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  flag: "M6 21V4h11l-2 4 2 4H6",
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative: a word stands beside each icon, so it is hidden from screen readers. */
export function Icon(props: { name: IconName; size?: number }) {
  const size = props.size ?? 20;
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  );
}
