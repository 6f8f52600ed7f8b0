import { Readable } from "node:stream";
import { WhatIfCaseFilter, WhatIfCases } from "@suzheng/api-contract";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { chinaDate } from "../../application/clock.ts";
import { casesAsCsv } from "../../application/what-if/what-if-cases.ts";
import { whatIfCommands } from "../../application/what-if/what-if-commands.ts";
import { actingFor } from "../accounts/signed-in.ts";
import type { App } from "../app.ts";
import { caseColumns } from "./case-columns.ts";
import { unwrapWhatIf } from "./unwrap-what-if.ts";
import { RunParams } from "./what-if-params.ts";

const tags = ["what-if"];
const CasesQuery = WhatIfCaseFilter.extend({ cursor: z.string().max(400).optional() });
const CsvQuery = WhatIfCaseFilter.extend({ lang: z.enum(["zh", "en"]).default("zh") });

/** The acts of which an outcome flips, by page and as a file. */
export const whatIfCaseRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const runs = whatIfCommands(app.whatIf);
    const params = RunParams;
    server.get(
      "/what-if/:id/cases",
      { schema: { tags, params, querystring: CasesQuery, response: { 200: WhatIfCases } } },
      async (request) => {
        const { acting } = await actingFor(app, request);
        const { cursor, ...filter } = request.query;
        const { id } = request.params;
        return unwrapWhatIf(await runs.cases(acting, { id, filter, cursor }));
      },
    );
    server.get(
      "/what-if/:id/cases.csv",
      { schema: { tags, params, querystring: CsvQuery } },
      async (request, reply) => {
        const { acting } = await actingFor(app, request);
        const { lang: language, ...filter } = request.query;
        const { id } = request.params;
        const run = unwrapWhatIf(await runs.run(acting, id));
        const bodies = await app.whatIf.history.institutions();
        const names = new Map(bodies.map((body) => [body.approvalNumber, body.name]));
        const site = app.publicUrl ?? `${request.protocol}://${request.host}`;
        const columns = caseColumns({ run, names, language, site: site.replace(/\/$/, "") });
        const { institution } = acting;
        const file = `suzheng-what-if-${run.job.subject.rule}-${chinaDate(run.startedAt)}.csv`;
        reply.header("content-disposition", `attachment; filename="${file}"`);
        return reply
          .type("text/csv; charset=utf-8")
          .send(Readable.from(casesAsCsv(app.whatIf, { institution, id, filter }, columns)));
      },
    );
  };
