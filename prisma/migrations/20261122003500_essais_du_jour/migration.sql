-- When the last failures took place: a success in between, or a new password, does not give an identifiant more tries in a day.
ALTER TABLE "tentative" ADD COLUMN "recents" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[];
