import { workerData } from "node:worker_threads";
import {
  checkStreams,
  type StreamsJob,
  type StreamsVerdict,
} from "../ledger/fsck/streams/check-streams.ts";
import { openCopyPool } from "../postgres/fsck/fsck-socket.ts";
import { postgresFsckStore } from "../postgres/fsck/fsck-store.ts";
import type { StreamsStart } from "./fsck-streams.ts";
import { answerCalls } from "./worker-calls.ts";

// The other half of fsck-streams.ts: each job on the moment that it names.
const { connectionString, jobsAtATime } = workerData as StreamsStart;
const pool = openCopyPool(connectionString, jobsAtATime);
const store = postgresFsckStore(pool);

answerCalls<StreamsJob, StreamsVerdict>({
  answer: (job) => store.at((snapshot) => checkStreams(snapshot, job), job.moment),
  handedOver: ({ pairs, leaves }) => [
    pairs.bytes.buffer,
    leaves.indexes.buffer,
    leaves.hashes.buffer,
  ],
  end: () => pool.end(),
});
