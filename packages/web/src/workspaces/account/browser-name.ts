const BROWSERS = [
  ["Edg/", "Edge"],
  ["MicroMessenger/", "微信"],
  ["HeadlessChrome/", "Chrome"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const SYSTEMS = [
  ["HarmonyOS", "HarmonyOS"],
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** `Chrome · Windows`: enough to know one's own device again. Unknown agents are shown as sent. */
export function browserName(userAgent: string): string {
  const browser = BROWSERS.find(([mark]) => userAgent.includes(mark))?.[1];
  const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1];
  const known = [browser, system].filter((name) => name !== undefined).join(" · ");
  return known === "" ? userAgent.slice(0, 60) : known;
}
