-- After the end of its convention, a caisse keeps what it had, and sees nothing of what comes later; a draft, made from a SIRET that
-- anybody knows, shows nobody of an organisation that other caisses hold.

-- Accounts: those of the time of the convention.
ALTER POLICY lecture ON compte USING (
  id = (SELECT ep_uuid('compte')) OR (SELECT ep_est('connexion')) OR (SELECT ep_est('administrateur'))
  OR "partenaireId" = (SELECT ep_uuid('partenaire'))
  OR "caisseId" = (SELECT ep_uuid('caisse')) OR "caisseId" = ANY ((SELECT ep_uuids('caisses'))::uuid[])
  OR EXISTS (SELECT FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')) AND c."partenaireId" = compte."partenaireId"
    AND c.etat <> 'brouillon' AND (c."finLe" IS NULL OR compte."creeLe" < (c."finLe" + 1)::timestamp AT TIME ZONE 'Europe/Paris'))
);

-- Names and addresses of persons of the partenaire: of a live convention, or of one's own draft.
ALTER POLICY perimetre ON contact_partenaire USING (
  "partenaireId" = (SELECT ep_uuid('partenaire'))
  OR "partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[])
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse'))
    AND c.etat IN ('signee', 'en_vigueur', 'denoncee', 'mise_en_demeure') AND (c."finLe" IS NULL OR c."finLe" >= (now() AT TIME ZONE 'Europe/Paris')::date))
);
-- Its structures, and their shared mailboxes.
ALTER POLICY perimetre ON structure USING (
  "partenaireId" = (SELECT ep_uuid('partenaire')) OR (SELECT ep_est('connexion'))
  OR "partenaireId" = ANY ((SELECT ep_partenaires_tenus())::uuid[])
  OR "partenaireId" IN (SELECT c."partenaireId" FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('caisse')) AND c.etat <> 'brouillon')
);

-- Revues and reports of the time of the convention.
ALTER POLICY lecture ON revue_habilitation USING (
  "structureId" = (SELECT ep_uuid('gestionnaire'))
  OR EXISTS (SELECT FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c."partenaireId" = revue_habilitation."partenaireId"
    AND c.etat <> 'brouillon' AND (c."finLe" IS NULL OR revue_habilitation."ouverteLe" < (c."finLe" + 1)::timestamp AT TIME ZONE 'Europe/Paris'))
);
ALTER POLICY lecture ON signalement_compte USING (
  "signaleParId" = (SELECT ep_uuid('compte'))
  OR ("partenaireId" = (SELECT ep_uuid('partenaire')) AND (SELECT ep_uuid('gestionnaire')) IS NOT NULL)
  OR "caisseId" = (SELECT ep_uuid('referent'))
  OR EXISTS (SELECT FROM convention_caisse c WHERE c."caisseId" = (SELECT ep_uuid('referent')) AND c."partenaireId" = signalement_compte."partenaireId"
    AND c.etat <> 'brouillon' AND (c."finLe" IS NULL OR signalement_compte."signaleLe" < (c."finLe" + 1)::timestamp AT TIME ZONE 'Europe/Paris'))
);
