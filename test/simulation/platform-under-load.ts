/**
 * A process of its own for the kill test: records and publishes until it is killed, and says on its
 * standard output what it has promised. Its only argument is the data folder.
 */
import { openPlatform } from "../../packages/server/src/compose/platform.ts";
import { planAct } from "../../packages/server/src/testing/sample-acts.ts";
import { BODY, connectBody } from "../../packages/server/src/testing/test-platform.ts";

const SUBMITTERS = 8;
/** Many in use at once, so that streams grow. */
const PROJECTS = 500;

const [dataFolder = ""] = process.argv.slice(2);
const platform = await openPlatform({ dataFolder });
await connectBody(platform);

/** Synchronous, so that what was said is out before the next promise is made. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function submit(name: string): Promise<never> {
  for (let n = 0; ; n++) {
    const acts = Array.from({ length: 1 + (n % 4) }, () =>
      planAct(Math.floor(Math.random() * PROJECTS)),
    );
    const requestId = `${name} ${n}`;
    const request = { institution: BODY, submitter: `${process.pid}`, requestId, acts };
    const outcome = await platform.ledger.append(request);
    if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.detail}`);
    for (const { index, leafHash } of outcome.receipts) {
      say(`recorded ${index} ${Buffer.from(leafHash).toString("hex")}`);
    }
  }
}

async function publish(): Promise<never> {
  for (;;) {
    await platform.publisher.publish();
    for (const log of [BODY, "directory"]) {
      const note = await platform.tiles.read(`log/${log}/checkpoint`);
      if (note !== null) say(`signed ${log} ${Buffer.from(note).toString("base64")}`);
    }
  }
}

say("ready");
await Promise.all([publish(), ...Array.from({ length: SUBMITTERS }, (_, s) => submit(`s${s}`))]);
