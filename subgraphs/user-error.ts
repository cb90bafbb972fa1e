/** Expected refusals of a mutation: values in its payload, with a code of the closed list and a constant message. */
import { Carrier, PlainType } from "./annotations.js";
import { describedEnum } from "./described-enum.js";

export enum UserErrorCode {
  FORBIDDEN = "FORBIDDEN",
  NOT_FOUND = "NOT_FOUND",
  BAD_USER_INPUT = "BAD_USER_INPUT",
  CONFLICT = "CONFLICT",
}
describedEnum(UserErrorCode, "UserErrorCode", "Kind of refusal.", {
  FORBIDDEN: "It is not for you to do.",
  NOT_FOUND: "There is no such thing, as far as you may know.",
  BAD_USER_INPUT: "The input does not say something that can be done.",
  CONFLICT: "It cannot be done as things stand; read again what they are.",
});

@PlainType("UserError", { description: "Why a mutation was refused.", directives: ["@shareable"] })
export class UserError {
  @Carrier(() => UserErrorCode, { description: "Kind of refusal." })
  code!: UserErrorCode;

  @Carrier(() => String, { nullable: true, description: "The input field concerned." })
  field!: string | null;

  @Carrier(() => String, { description: "What is wrong, in words that are the same for everybody." })
  message!: string;
}

export function userError(code: `${UserErrorCode}`, message: string, field: string | null = null): UserError {
  return { code: UserErrorCode[code], field, message };
}
