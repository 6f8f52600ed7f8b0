import type { Welcome } from "@suzheng/api-contract";

export type Names = { name: string; signInName: string };
export type ByMeans = { code: string; names: Names; welcome: (answer: Welcome) => void };
