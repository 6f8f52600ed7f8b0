import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { pagePaths } from "../api/paths.ts";
import { inLanguage } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";
import { numberInAddress } from "./normalise-query.ts";

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = new (options: { formats: string[] }) => Detector;

const SCAN_EVERY_MS = 200;

function detectorClass(): DetectorClass | null {
  return "BarcodeDetector" in window ? (window.BarcodeDetector as DetectorClass) : null;
}

/** Reads the camera until it is stopped; calls back with each code it sees. */
async function watch(video: HTMLVideoElement, seen: (text: string) => void): Promise<() => void> {
  const Detector = detectorClass();
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  video.srcObject = stream;
  await video.play();
  const detector = Detector && new Detector({ formats: ["qr_code"] });
  const timer = setInterval(async () => {
    const codes = await detector?.detect(video).catch(() => []);
    if (codes?.[0]) seen(codes[0].rawValue);
  }, SCAN_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
}

function Scanner(props: { onClose: () => void }) {
  const { t, language } = useWords();
  const { route } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const seen = (text: string) => {
      const number = numberInAddress(text);
      if (number) route(inLanguage(pagePaths.certificate(number), language));
      else setTrouble(`${t.search.scanForeign} ${text.slice(0, 120)}`);
    };
    const watching = video.current ? watch(video.current, seen) : null;
    watching?.catch(() => setTrouble(t.search.scanDenied));
    return () => {
      watching?.then((stop) => stop()).catch(() => undefined);
    };
  }, []);
  return (
    <dialog ref={dialog} class="sheet scanner" onClose={props.onClose} aria-labelledby="scan-title">
      <h2 id="scan-title">{t.search.scanTitle}</h2>
      <video ref={video} muted playsInline />
      <p role="status">{trouble}</p>
      <form method="dialog">
        <button type="submit" class="button">
          {t.shell.close}
        </button>
      </form>
    </dialog>
  );
}

/** Shown only where the browser can read codes itself. */
export function ScanButton() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!detectorClass() || !navigator.mediaDevices) return null;
  return (
    <>
      <button type="button" class="scan" onClick={() => setOpen(true)}>
        <Icon name="scan" /> <span>{t.search.scan}</span>
      </button>
      {open && <Scanner onClose={() => setOpen(false)} />}
    </>
  );
}
