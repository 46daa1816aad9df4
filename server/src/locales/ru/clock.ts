/** By which clock a paper tells its times. */
export const clock = {
  clock: '{hours, plural, =0 {московское} other {местное, МСК{hours, number, ::sign-always}}}',
} as const
