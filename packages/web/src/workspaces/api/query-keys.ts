/** Under which answers are kept, for who reads them and for who makes them stale. */
export const CREDENTIALS_KEY = ["credentials"];
export const MEMBERS_KEY = ["members"];
export const INVITATIONS_KEY = ["invitations"];
