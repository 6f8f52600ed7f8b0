import { generateKeyPairSync, hash, type KeyObject, randomBytes, sign } from "node:crypto";
import { encodeCBOR } from "@levischuck/tiny-cbor";
import type {
  AssertionOptions,
  CreationOptions,
  PasskeyAssertion,
  PasskeyAttestation,
} from "@suzheng/api-contract";

type CborMap = Map<string | number, Parameters<typeof encodeCBOR>[0]>;

/** What authenticator and browser can be made to do wrong. */
export type Misbehaviour = {
  origin?: string;
  rpId?: string;
  flags?: number;
  /** Signature count; 0 otherwise, as passkeys that are synchronised have it. */
  count?: number;
  /** Signs with a key that nobody knows. */
  otherKey?: boolean;
};

const PRESENT_AND_VERIFIED = 0b101;
const HAS_CREDENTIAL = 0b1000000;
const COSE = { kty: 1, alg: 3, crv: -1, x: -2, y: -3 } as const;
const ID_BYTES = 16;

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const ofJwk = (text: string | undefined) => Uint8Array.from(Buffer.from(text ?? "", "base64url"));
const newKeys = () => generateKeyPairSync("ec", { namedCurve: "P-256" });

function coseKey(publicKey: KeyObject): Uint8Array {
  const { x, y } = publicKey.export({ format: "jwk" });
  const key: CborMap = new Map();
  key.set(COSE.kty, 2).set(COSE.alg, -7).set(COSE.crv, 1);
  return encodeCBOR(key.set(COSE.x, ofJwk(x)).set(COSE.y, ofJwk(y)));
}

const authenticatorData = (
  rpId: string,
  flags: number,
  { count = 0, rest = Buffer.alloc(0) }: { count?: number | undefined; rest?: Buffer },
): Buffer => {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(count);
  return Buffer.concat([hash("sha256", rpId, "buffer"), Buffer.of(flags), counted, rest]);
};

/** One passkey in software, and the browser around it: P-256, always "verifies" its person. */
export function softwareAuthenticator(origin: string) {
  const id = Buffer.from(randomBytes(ID_BYTES));
  const { publicKey, privateKey } = newKeys();
  let userHandle = "";

  const clientData = (type: string, challenge: string, wrong: Misbehaviour): Buffer =>
    Buffer.from(
      JSON.stringify({ type, challenge, origin: wrong.origin ?? origin, crossOrigin: false }),
    );

  const frame = {
    id: base64Url(id),
    rawId: base64Url(id),
    type: "public-key" as const,
    clientExtensionResults: {},
  };

  return {
    id: base64Url(id),

    register(options: CreationOptions, wrong: Misbehaviour = {}): PasskeyAttestation {
      userHandle = options.user.id;
      const aaguid = Buffer.alloc(16);
      const credential = Buffer.concat([aaguid, Buffer.of(0, ID_BYTES), id, coseKey(publicKey)]);
      const flags = (wrong.flags ?? PRESENT_AND_VERIFIED) | HAS_CREDENTIAL;
      const authData = authenticatorData(wrong.rpId ?? options.rp.id, flags, { rest: credential });
      const attestation: CborMap = new Map();
      attestation.set("fmt", "none").set("attStmt", new Map());
      attestation.set("authData", Uint8Array.from(authData));
      const client = clientData("webauthn.create", options.challenge, wrong);
      return {
        ...frame,
        response: {
          clientDataJSON: base64Url(client),
          attestationObject: base64Url(encodeCBOR(attestation)),
          transports: ["internal"],
        },
      };
    },

    sign(options: AssertionOptions, wrong: Misbehaviour = {}): PasskeyAssertion {
      const data = authenticatorData(
        wrong.rpId ?? options.rpId,
        wrong.flags ?? PRESENT_AND_VERIFIED,
        { count: wrong.count },
      );
      const client = clientData("webauthn.get", options.challenge, wrong);
      const message = Buffer.concat([data, hash("sha256", client, "buffer")]);
      const key = wrong.otherKey === true ? newKeys().privateKey : privateKey;
      return {
        ...frame,
        response: {
          authenticatorData: base64Url(data),
          clientDataJSON: base64Url(client),
          signature: base64Url(sign("sha256", message, key)),
          userHandle,
        },
      };
    },
  };
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>;
