import { parentPort, type Transferable, type Worker } from "node:worker_threads";

type Call<Request> = { id: number; request: Request };
type Answer<Result> = { id: number; result: Result } | { id: number; fault: unknown };
type Waiting<Result> = { resolve(result: Result): void; reject(fault: unknown): void };

export type WorkerCalls<Request, Result> = {
  /** Rejects with what the other thread threw, or when it has ended. */
  call(request: Request): Promise<Result>;
  /** What is under way is still answered as far as the other thread waits for it. */
  end(): Promise<void>;
};

/** Asks a thread and matches its answers to the questions; `answerCalls` is the other half. */
export function callWorker<Request, Result>(
  worker: Worker,
  name: string,
): WorkerCalls<Request, Result> {
  const waiting = new Map<number, Waiting<Result>>();
  let calls = 0;
  worker.on("message", (answer: Answer<Result>) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("fault" in answer) one?.reject(answer.fault);
    else one?.resolve(answer.result);
  });
  const fail = (fault: unknown) => {
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on("error", fail);
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      fail(new Error(`the thread that ${name} has ended`));
      resolve();
    });
  });
  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        const id = calls++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, request } satisfies Call<Request>);
      }),
    async end() {
      worker.postMessage("end");
      await ended;
    },
  };
}

export type WorkerAnswers<Request, Result> = {
  answer(request: Request): Promise<Result>;
  /** What of a result is handed over instead of copied. */
  handedOver?(result: Result): Transferable[];
  end(): Promise<void>;
};

/** Inside the thread: answers each call, several at a time when several come. */
export function answerCalls<Request, Result>(answers: WorkerAnswers<Request, Result>): void {
  async function answer({ id, request }: Call<Request>): Promise<void> {
    try {
      const result = await answers.answer(request);
      const answered: Answer<Result> = { id, result };
      parentPort?.postMessage(answered, answers.handedOver?.(result) ?? []);
    } catch (fault) {
      const answered: Answer<Result> = { id, fault };
      parentPort?.postMessage(answered);
    }
  }
  parentPort?.on("message", async (message: Call<Request> | "end") => {
    if (message !== "end") return await answer(message);
    await answers.end();
    parentPort?.close();
  });
}
