import assert from "node:assert/strict";
import { test } from "node:test";
import { eachOf } from "./each-of.ts";

test("results keep the order of the items, whichever is done first", async () => {
  const waits = [3, 0, 2, 1];
  const results = await eachOf(waits, 2, async (turns) => {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    return turns * 10;
  });
  assert.deepEqual(results, [30, 0, 20, 10]);
});

test("never more items are under way than allowed", async () => {
  let underWay = 0;
  let most = 0;
  await eachOf([1, 2, 3, 4, 5], 2, async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
  });
  assert.equal(most, 2);
});

test("the first failure is the whole's", async () => {
  const work = async (item: number) => {
    if (item === 2) throw new Error("two");
    return item;
  };
  await assert.rejects(eachOf([1, 2, 3], 1, work), /two/);
});
