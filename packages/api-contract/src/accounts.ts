import { z } from "zod";
import { AccountActKind } from "./account-acts.ts";
import { IsoInstant } from "./certificate.ts";

/** What a person may be for an institution; a person may hold several. */
export const ROLES = [
  "rule-manager",
  "quality-responsible",
  "administrator",
  "regulator-reviewer",
  "read-only",
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What a person may do for themselves, whatever their roles, also without any. */
export const PERSONAL_ACTIONS = [
  "session.read",
  "session.act-for",
  "session.end",
  "credential.read",
  "credential.change",
  "sign-in.read-own",
  "invitation.join",
  "account.erase",
] as const;

/** What is done for an institution, allowed by role. */
export const INSTITUTION_ACTIONS = [
  "rule.draft",
  "rule.self-check",
  "rule.file",
  "rule.withdraw-draft",
  "rule.cancel",
  "rule.publish",
  "rule.review.take",
  "rule.review.return",
  "rule.review.accept",
  "rule.read-drafts",
  "obligation.read",
  "obligation.settle",
  "tolling.request",
  "tolling.approve",
  "whatif.run",
  "report.import",
  "body.read",
  "signature.begin",
  "member.read",
  "member.invite",
  "member.change-roles",
  "member.revoke",
  "member.recover",
  "member.erase",
  "signin-audit.read",
] as const;

export const Action = z.enum([...PERSONAL_ACTIONS, ...INSTITUTION_ACTIONS]);
export type Action = z.infer<typeof Action>;
export type PersonalAction = (typeof PERSONAL_ACTIONS)[number];
export type InstitutionAction = (typeof INSTITUTION_ACTIONS)[number];

/** Request header that names the institution acted for; overrules the session's choice. */
export const ACTING_FOR_HEADER = "suzheng-acting-for";

export const OrganisationKind = z.enum(["certification-body", "regulator", "accreditation-body"]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const ActingInstitution = z.object({
  /** Approval number of a body, or an organisation's id such as `regulator:sample-province`. */
  institution: z.string(),
  name: z.string(),
  kind: OrganisationKind,
  roles: z.array(Role),
});
export type ActingInstitution = z.infer<typeof ActingInstitution>;

/** How a session was begun. `link`: a printed one-time link, in installations with demo data. */
export const SignInMeans = z.enum(["passkey", "password-totp", "password-recovery-code", "link"]);
export type SignInMeans = z.infer<typeof SignInMeans>;

/** `GET /session`: who I am, for whom I act, what I may do. */
export const Session = z.object({
  id: z.string(),
  account: z.object({ id: z.string(), signInName: z.string(), name: z.string() }),
  /** Where the person works, ordered by institution; never shows the people of others. */
  memberships: z.array(ActingInstitution),
  /** Null until chosen, when there are several, and for a person without membership. */
  actingFor: ActingInstitution.nullable(),
  /** Personal ones, and those that the roles at `actingFor` allow. */
  actions: z.array(Action),
  means: SignInMeans,
  signedInAt: IsoInstant,
  /** Credentials may be changed until then; afterwards sign in again. Null: always. */
  freshUntil: IsoInstant.nullable(),
  /** Ends at the earlier of the two; `idleUntil` moves with use. */
  expiresAt: IsoInstant,
  idleUntil: IsoInstant,
  /** What others did to the account and the person has not seen yet; `by` null: the operator. */
  notices: z.array(
    z.object({ id: z.string(), act: AccountActKind, at: IsoInstant, by: z.string().nullable() }),
  ),
});
export type Session = z.infer<typeof Session>;

/** `PUT /session/acting-for` */
export const ActForRequest = z.object({ institution: z.string().min(1).max(100) });
export type ActForRequest = z.infer<typeof ActForRequest>;

export const SessionSummary = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  means: SignInMeans,
  signedInAt: IsoInstant,
  lastSeenAt: IsoInstant,
  expiresAt: IsoInstant,
  /** Truncated, so that it tells a network but not a household. */
  address: z.string(),
  userAgent: z.string(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;
export const SessionList = z.object({ items: z.array(SessionSummary) });
export type SessionList = z.infer<typeof SessionList>;

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]*$/);
/** Six digits of an authenticator app. */
export const TotpCode = z.string().regex(/^\d{6}$/);
export const RecoveryCode = z.string().min(8).max(40);
/** Folded by NFKC and lower case; unique on an installation. */
export const SignInName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,63}$/u);
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u);
/** Length is all that the form can check; the server refuses guessable ones by code. */
export const Password = z.string().min(12).max(128);

export const SecondFactor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("totp"), code: TotpCode }),
  z.object({ kind: z.literal("recovery-code"), code: RecoveryCode }),
]);
export type SecondFactor = z.infer<typeof SecondFactor>;

/** `POST /sign-in/password`: both factors at once, one answer for whatever is wrong. */
export const PasswordSignIn = z.object({
  signInName: z.string().min(1).max(64),
  password: z.string().min(1).max(128),
  secondFactor: SecondFactor,
});
export type PasswordSignIn = z.infer<typeof PasswordSignIn>;

/** `POST /sign-in/link` */
export const LinkSignIn = z.object({ code: z.string().min(1).max(100) });
export type LinkSignIn = z.infer<typeof LinkSignIn>;

const Transports = z.array(z.string().max(20)).max(10);
const Extensions = z.record(z.string(), z.unknown());

/** `AuthenticationResponseJSON` of WebAuthn, as `@simplewebauthn/browser` gives it. */
export const PasskeyAssertion = z.object({
  id: Base64Url.min(1).max(1400),
  rawId: Base64Url.min(1).max(1400),
  type: z.literal("public-key"),
  response: z.object({
    authenticatorData: Base64Url.max(4000),
    clientDataJSON: Base64Url.max(4000),
    signature: Base64Url.max(4000),
    userHandle: Base64Url.max(100).optional(),
  }),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: Extensions,
});
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** `RegistrationResponseJSON` of WebAuthn. */
export const PasskeyAttestation = z.object({
  id: Base64Url.min(1).max(1400),
  rawId: Base64Url.min(1).max(1400),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: Base64Url.max(4000),
    attestationObject: Base64Url.max(20_000),
    authenticatorData: Base64Url.max(4000).optional(),
    transports: Transports.optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: Base64Url.max(4000).optional(),
  }),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: Extensions,
});
export type PasskeyAttestation = z.infer<typeof PasskeyAttestation>;

const Descriptor = z.object({
  id: z.string(),
  type: z.literal("public-key"),
  transports: Transports.optional(),
});
const UserVerification = z.literal("required");

/** `PublicKeyCredentialRequestOptionsJSON`; give it to `startAuthentication`. */
export const AssertionOptions = z.object({
  challenge: Base64Url,
  rpId: z.string(),
  timeout: z.number(),
  allowCredentials: z.array(Descriptor),
  userVerification: UserVerification,
});
export type AssertionOptions = z.infer<typeof AssertionOptions>;

/** `PublicKeyCredentialCreationOptionsJSON`; give it to `startRegistration`. */
export const CreationOptions = z.object({
  challenge: Base64Url,
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: Base64Url, name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.number() })),
  timeout: z.number(),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: UserVerification,
  }),
  attestation: z.literal("none"),
});
export type CreationOptions = z.infer<typeof CreationOptions>;

/** `POST /sign-in/passkey/begin`, `/signatures/begin` answer with this. */
export const AssertionRequest = z.object({ options: AssertionOptions });
export type AssertionRequest = z.infer<typeof AssertionRequest>;
/** `POST /account/passkeys/begin`, `/invitations/passkey/begin` answer with this. */
export const CreationRequest = z.object({ options: CreationOptions });
export type CreationRequest = z.infer<typeof CreationRequest>;

/** `POST /sign-in/passkey/finish` */
export const PasskeySignIn = z.object({ assertion: PasskeyAssertion });
export type PasskeySignIn = z.infer<typeof PasskeySignIn>;

/** `POST /signatures/begin`: the SHA-256 of what will be signed, base64url; it is the challenge. */
export const SignatureBegin = z.object({ hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export type SignatureBegin = z.infer<typeof SignatureBegin>;

/** A personal signature over a content's hash: what commands that need one take in their body. */
export const SignedHash = SignatureBegin.extend({ assertion: PasskeyAssertion });
export type SignedHash = z.infer<typeof SignedHash>;

/** An authenticator app's enrolment; shown once. */
export const TotpEnrolment = z.object({
  /** Base32, for typing. */
  secret: z.string(),
  /** `otpauth://` for a QR code. */
  uri: z.string(),
});
export type TotpEnrolment = z.infer<typeof TotpEnrolment>;

/** `POST /account/recovery-codes`, and within `Welcome`; shown once, each works once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** `POST /invitations/look-up`, `/invitations/totp/begin`, `/invitations/join` */
export const InvitationCode = z.object({ code: z.string().min(1).max(100) });
export type InvitationCode = z.infer<typeof InvitationCode>;

/** What the holder of an invitation sees before accepting. */
export const InvitationOffer = z.object({
  institution: z.string(),
  institutionName: z.string(),
  kind: OrganisationKind,
  roles: z.array(Role),
  /** As the inviting person wrote it; may be corrected on accepting. */
  name: z.string().nullable(),
  invitedBy: z.string().nullable(),
  expiresAt: IsoInstant,
  /** Whose account gets new means of signing in, under the names it has; null for a new one. */
  recovers: z.object({ signInName: z.string(), name: z.string() }).nullable(),
});
export type InvitationOffer = z.infer<typeof InvitationOffer>;

/** `POST /invitations/passkey/begin` */
export const InvitationPasskeyBegin = InvitationCode.extend({
  signInName: SignInName,
  name: PersonName,
});
export type InvitationPasskeyBegin = z.infer<typeof InvitationPasskeyBegin>;

/** `POST /invitations/accept`: makes the account, signs in (cookie), answers with `Welcome`. */
export const InvitationAccept = InvitationPasskeyBegin.extend({
  by: z.discriminatedUnion("means", [
    /** After `/invitations/totp/begin`; `totp` proves that the app was enrolled. */
    z.object({ means: z.literal("password"), password: Password, totp: TotpCode }),
    /** After `/invitations/passkey/begin` with the same names. */
    z.object({ means: z.literal("passkey"), attestation: PasskeyAttestation }),
  ]),
});
export type InvitationAccept = z.infer<typeof InvitationAccept>;

/** `recoveryCodes` is empty for an account without a password. */
export const Welcome = RecoveryCodes.extend({ session: Session });
export type Welcome = z.infer<typeof Welcome>;

export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  /** COSE algorithm: -7 ES256, -8 Ed25519. */
  algorithm: z.number(),
  createdAt: IsoInstant,
  lastUsedAt: IsoInstant.nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

/** `GET /account`: my means of signing in. */
export const AccountCredentials = z.object({
  account: z.object({ id: z.string(), signInName: z.string(), name: z.string() }),
  hasPassword: z.boolean(),
  recoveryCodesLeft: z.number(),
  passkeys: z.array(Passkey),
});
export type AccountCredentials = z.infer<typeof AccountCredentials>;

const PasskeyName = PersonName;
/** `POST /account/passkeys`, after `/account/passkeys/begin`; answers with `Passkey`. */
export const PasskeyAdd = z.object({ name: PasskeyName, attestation: PasskeyAttestation });
export type PasskeyAdd = z.infer<typeof PasskeyAdd>;
/** `PATCH /account/passkeys/{id}` */
export const PasskeyRename = z.object({ name: PasskeyName });
export type PasskeyRename = z.infer<typeof PasskeyRename>;

/** `PUT /account/password`, after `/account/totp/begin`; answers with `RecoveryCodes`. */
export const PasswordSet = z.object({ password: Password, totp: TotpCode });
export type PasswordSet = z.infer<typeof PasswordSet>;

export const SignInOutcome = z.enum(["accepted", "refused", "limited", "begun"]);
export const SignInRecord = z.object({
  at: IsoInstant,
  /** Null in a person's own list; without a name once the person was erased. */
  account: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  means: SignInMeans,
  outcome: SignInOutcome,
  address: z.string(),
  userAgent: z.string(),
});
export type SignInRecord = z.infer<typeof SignInRecord>;
/** `GET /account/sign-ins`, `GET /members/sign-ins`; newest first, `?cursor=`. */
export const SignInPage = z.object({
  items: z.array(SignInRecord),
  next: z.string().nullable(),
});
export type SignInPage = z.infer<typeof SignInPage>;

export const Member = z.object({
  account: z.string(),
  signInName: z.string(),
  name: z.string(),
  roles: z.array(Role),
  since: IsoInstant,
  isMe: z.boolean(),
});
export type Member = z.infer<typeof Member>;
export const MemberList = z.object({ items: z.array(Member) });
export type MemberList = z.infer<typeof MemberList>;

/** `PUT /members/{account}/roles` */
export const MemberRoles = z.object({ roles: z.array(Role).min(1).max(ROLES.length) });
export type MemberRoles = z.infer<typeof MemberRoles>;

/** `POST /members/invitations` */
export const InvitationCreate = MemberRoles.extend({ name: PersonName.nullable().default(null) });
export type InvitationCreate = z.infer<typeof InvitationCreate>;

export const Invitation = z.object({
  id: z.string(),
  /** For a member who lost every means of signing in. */
  isRecovery: z.boolean(),
  roles: z.array(Role),
  name: z.string().nullable(),
  invitedBy: z.string().nullable(),
  invitedAt: IsoInstant,
  expiresAt: IsoInstant,
});
export type Invitation = z.infer<typeof Invitation>;
/** Open ones only. */
export const InvitationList = z.object({ items: z.array(Invitation) });
export type InvitationList = z.infer<typeof InvitationList>;

/** The link is shown once; it opens `/workspace/join#<code>`. */
export const InvitationCreated = z.object({ invitation: Invitation, link: z.string() });
export type InvitationCreated = z.infer<typeof InvitationCreated>;
