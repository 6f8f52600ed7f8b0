/** @jsxImportSource react */
import { App, ConfigProvider, type ThemeConfig, theme } from "antd";
import enUS from "antd/locale/en_US.js";
import zhCN from "antd/locale/zh_CN.js";
import type { ReactNode } from "react";
import { useLanguage } from "../../language/use-language.tsx";
import { useMedia } from "../use-media.ts";

const FONT =
  'system-ui, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
/** The same ink, paper and blue as portal/styles/tokens.css. */
const LIGHT = {
  colorPrimary: "#1c4f9c",
  colorInfo: "#1c4f9c",
  colorLink: "#1c4f9c",
  colorSuccess: "#13653a",
  colorWarning: "#7d4e00",
  colorError: "#a8201a",
  colorTextBase: "#1a1c1f",
  colorBgBase: "#ffffff",
  colorTextPlaceholder: "#666b72",
  colorTextDescription: "#585d64",
};
const DARK = {
  colorPrimary: "#94b9f5",
  colorInfo: "#94b9f5",
  colorLink: "#94b9f5",
  colorSuccess: "#7fd0a0",
  colorWarning: "#eabb66",
  colorError: "#ff9d94",
  colorTextBase: "#e9e9e5",
  colorBgBase: "#1b1e22",
  colorBgContainer: "#1b1e22",
  colorTextPlaceholder: "#9a9fa6",
  colorTextDescription: "#a5aab1",
  colorTextLightSolid: "#0e1a2d",
};

const FLAT = { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" };
const DARK_BUTTON = { primaryColor: "#0e1a2d", dangerColor: "#0e1a2d" };

const nonce = () => document.querySelector<HTMLElement>("meta[property=csp-nonce]")?.nonce ?? "";

/** Language, colours and motion of the components follow the reader's settings. */
export function Appearance({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const isDark = useMedia("(prefers-color-scheme: dark)");
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const look: ThemeConfig = {
    // Without an algorithm the primary colour stays exactly as given; its tints are not used.
    token: {
      ...(isDark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: 15,
      borderRadius: 4,
      controlHeight: 38,
      motion: !isStill,
      boxShadow: "none",
    },
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    components: { Button: { ...FLAT, ...(isDark && DARK_BUTTON) } },
  };
  return (
    <ConfigProvider
      theme={look}
      locale={(language === "zh" ? zhCN : enUS).default}
      csp={{ nonce: nonce() }}
      getPopupContainer={() => document.querySelector("main") ?? document.body}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
