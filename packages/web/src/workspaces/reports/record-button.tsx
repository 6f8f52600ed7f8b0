/** @jsxImportSource react */
import type { ImportRun } from "@suzheng/api-contract";
import { Button } from "antd";
import { useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { Sheet } from "../shell/frame/sheet.tsx";
import { grouped } from "./reports-api.ts";
import { words } from "./words.ts";

type RecordButton = { run: ImportRun; name: string; confirmed: () => void };

/** Recording is for good, so it says once what will be written before it is. */
export function RecordButton({ run: { summary, files }, name, confirmed }: RecordButton) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const label = say(summary.rejected > 0 ? words.recordRest : words.record);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <Sheet title={say(words.recordTitle)} close={() => setOpen(false)}>
          <p>{say(words.recordText(grouped(summary.recorded), name))}</p>
          <p className="small run-chosen">{files.join(" · ")}</p>
          <div className="acts">
            <Button onClick={() => setOpen(false)}>{say(words.cancel)}</Button>
            <Button type="primary" onClick={confirmed}>
              {label}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
