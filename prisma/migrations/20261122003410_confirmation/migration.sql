-- When the password was given again in an open session: what protects the account is not changed from a desk left open.
ALTER TABLE "session" ADD COLUMN "confirmeeLe" TIMESTAMPTZ(3);
