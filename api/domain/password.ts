/** How long a password is: NIST asks for length, not for signs. */
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;
