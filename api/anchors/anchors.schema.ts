import { z } from '@hono/zod-openapi';
import { BANK_ACCOUNT_DIGITS, isBankAccount, plainBankAccount } from '../domain/bank-account.ts';
import { PLATFORMS } from '../domain/platform.ts';

const day = z.iso.date().refine((text) => text >= '1900', 'a day since 1900');
const optionalText = (max: number) => z.string().trim().min(1).max(max).nullable();

const account = {
  platform: z.enum(PLATFORMS),
  externalId: z.string().trim().min(1).max(120),
  nickname: optionalText(120).default(null),
  binding: z.enum(['unbound', 'pending', 'bound']).default('bound'),
};

const values = {
  name: z.string().trim().min(1).max(60),
  realName: optionalText(60),
  tier: z.enum(['head', 'waist', 'tail']),
  status: z.enum(['active', 'paused', 'left']),
  managerUserId: z.string().min(1).max(100).nullable(),
  teamId: z.int().positive().nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{5,20}$/, 'a telephone number')
    .nullable(),
  bornOn: day.nullable(),
  joinedOn: day.nullable(),
  note: z.string().max(4000).nullable(),
};

export const anchorCreate = z
  .object({
    name: values.name,
    realName: values.realName.default(null),
    tier: values.tier.default('tail'),
    status: values.status.default('active'),
    managerUserId: values.managerUserId.default(null),
    teamId: values.teamId.default(null),
    phone: values.phone.default(null),
    bornOn: values.bornOn.default(null),
    joinedOn: values.joinedOn.default(null),
    note: values.note.default(null),
    accounts: z.array(z.object(account).strict()).max(50).default([]),
  })
  .strict()
  .openapi('AnchorCreate');

export const anchorEdit = z
  .object({
    ...values,
    accounts: z.array(z.object({ id: z.int().positive().optional(), ...account }).strict()).max(50),
    rowVersion: z.int().positive(),
  })
  .strict()
  .openapi('AnchorEdit');

export const payeeEdit = z
  .object({
    kind: z.enum(['personal', 'studio', 'company']),
    accountName: z.string().trim().min(1).max(80),
    bankName: z.string().trim().min(1).max(80),
    bankAccount: z
      .string()
      .max(60)
      .overwrite(plainBankAccount)
      .refine(
        isBankAccount,
        `a bank account number: ${BANK_ACCOUNT_DIGITS.min} to ${BANK_ACCOUNT_DIGITS.max} digits`,
      )
      .openapi({ description: 'digits; blanks and hyphens between them are taken out' }),
  })
  .strict()
  .openapi('PayeeEdit');

const base = {
  id: z.int(),
  name: z.string(),
  realName: z.string().nullable(),
  tier: values.tier,
  status: values.status,
  managerUserId: z.string().nullable(),
  managerName: z.string().nullable(),
  teamId: z.int().nullable(),
  phone: z.string().nullable(),
  bornOn: z.string().nullable(),
  joinedOn: z.string().nullable(),
  note: z.string().nullable(),
  rowVersion: z.int(),
  createdAt: z.string(),
};

export const anchorRow = z
  .object({ ...base, accountCount: z.int(), activeContractNo: z.string().nullable() })
  .openapi('AnchorRow');

export const payeeRecord = z
  .object({
    kind: payeeEdit.shape.kind,
    accountName: z.string(),
    bankName: z.string(),
    bankAccountTail: z
      .string()
      .openapi({ description: 'the last four digits; the number itself never leaves' }),
  })
  .openapi('Payee');

export const anchorRecord = z
  .object({
    ...base,
    accounts: z.array(
      z.object({
        id: z.int(),
        platform: z.enum(PLATFORMS),
        externalId: z.string(),
        nickname: z.string().nullable(),
        binding: z.enum(['unbound', 'pending', 'bound']),
      }),
    ),
    payee: payeeRecord.nullable(),
  })
  .openapi('Anchor');

export const anchorFilter = z
  .object({
    q: z.string().trim().max(120),
    tier: values.tier,
    status: values.status,
    managerUserId: z.string().max(100),
    platform: z.enum(PLATFORMS),
    id: z.array(z.int()).min(1).max(200),
  })
  .partial()
  .strict();

export type AnchorCreate = z.infer<typeof anchorCreate>;
export type AnchorEdit = z.infer<typeof anchorEdit>;
export type PayeeEdit = z.infer<typeof payeeEdit>;
