import { workerData } from "node:worker_threads";
import {
  checkStreams,
  type StreamsJob,
  type StreamsVerdict,
} from "../ledger/fsck/check-streams.ts";
import { openPool } from "../postgres/database.ts";
import { postgresFsckStore } from "../postgres/fsck-store.ts";
import { answerCalls } from "./worker-calls.ts";

// The other half of fsck-streams.ts: one job after the other, each on the moment that it names.
const { connectionString } = workerData as { connectionString: string };
const pool = openPool(connectionString, 1);
const store = postgresFsckStore(pool);

answerCalls<StreamsJob, StreamsVerdict>({
  // The only connection is the queue.
  answer: (job) => store.at((snapshot) => checkStreams(snapshot, job), job.moment),
  handedOver: ({ pairs }) => [pairs.bytes.buffer],
  end: () => pool.end(),
});
