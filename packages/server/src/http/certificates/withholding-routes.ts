import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { foldNumber } from "../../application/certificates/search-text.ts";
import { changeWithholding, type Withholding } from "../../application/certificates/withhold.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { ownerOf } from "../token-owner.ts";
import { typedText } from "../typed-text.ts";

const Params = z.object({ number: typedText(60).min(1) });
const Body = z.object({ reason: z.string().trim().min(1).max(500) });
const Recorded = z.object({ institution: z.string(), index: z.number() });

/** A body stops, or resumes, the public display of a certificate of its own. */
export const withholdingRoutes =
  (app: App): FastifyPluginAsyncZod =>
  async (server) => {
    const schema = {
      tags: ["certificates"],
      params: Params,
      body: Body,
      response: { 200: Recorded },
    };
    const record = async (submitter: string, withholding: Withholding) => {
      const changed = await changeWithholding({ ...app, submitter }, withholding);
      if (changed.outcome === "recorded") {
        return { institution: withholding.institution, index: changed.index };
      }
      throw new HttpProblem("withholding-refused", { detail: changed.message });
    };
    for (const act of ["withhold", "release"] as const) {
      server.post(`/certificates/:number/${act}`, { schema }, async (request) => {
        const { institution, id } = await ownerOf(app, request);
        const number = foldNumber(request.params.number);
        return record(`token:${id}`, { institution, number, act, reason: request.body.reason });
      });
    }
  };
