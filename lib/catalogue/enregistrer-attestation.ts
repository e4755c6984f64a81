import { codeDepuis } from '@/lib/catalogue/regles'
import type { SaisieAttestation } from '@/lib/catalogue/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** What a technicien attests when filing. The words attested are copied on each demande: those of the past never change. */
export async function enregistrerAttestation({ tx }: Contexte, { code, ...saisie }: SaisieAttestation): Promise<Suite> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('attestations'))::text`
  const connues = await tx.attestation.findMany({ select: { code: true } })
  const choisi =
    code ??
    codeDepuis(
      saisie.texte.slice(0, 30),
      connues.map((attestation) => attestation.code),
    )
  if (code && !connues.some((attestation) => attestation.code === code)) throw new ErreurMetier('introuvable')
  if (code) await tx.attestation.updateMany({ where: { code }, data: saisie })
  else await tx.attestation.createMany({ data: [{ code: choisi, ...saisie, actif: true }] })
  return {
    vers: '/administration/catalogue/attestations?fait=enregistree',
    journal: { objetType: 'attestation', objetId: choisi, details: { actif: code ? saisie.actif : true } },
  }
}
