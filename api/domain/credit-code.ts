/** 统一社会信用代码: 18 digits and capital letters. The check character is not looked at: papers with wrong ones exist. */
export const isCreditCode = (code: string): boolean => /^[0-9A-Z]{18}$/.test(code);
