import { Command } from "commander";
import { withPlatform } from "../local-platform.ts";

/**
 * Opening the platform migrates; the command is for operators who want it done before the first
 * request.
 */
export const migrateCommand = () =>
  new Command("migrate")
    .description("升级数据库结构 / bring the database schema up to date")
    .action(() =>
      withPlatform(async () => console.log("数据库结构已是最新 / the schema is up to date")),
    );
