-- A rule of routing goes to another team: its criteria stay, which is what tells one from another.
GRANT UPDATE ("equipeId") ON regle_routage TO ep_web;

-- A shared view outlives the account of who made it: the référent, who may not read demandes, renames it or takes it away.
CREATE POLICY reprise_lecture ON vue_file FOR SELECT TO ep_web USING (partagee AND "caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY reprise ON vue_file FOR UPDATE TO ep_web USING (partagee AND "caisseId" = (SELECT ep_uuid('referent')));
CREATE POLICY reprise_retrait ON vue_file FOR DELETE TO ep_web USING (partagee AND "caisseId" = (SELECT ep_uuid('referent')));
