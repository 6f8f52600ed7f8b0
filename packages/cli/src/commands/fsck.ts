import { Command } from "commander";

export const fsckCommand = () =>
  new Command("fsck").description("从记录重算一切并比对 / recompute everything and compare");
