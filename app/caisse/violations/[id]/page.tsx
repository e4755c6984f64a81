import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { ListeActions } from '@/components/ui/liste-actions'
import { type ActeDpo, actesDpo, FormulaireActe, titresActe } from '@/components/violations/actes-dpo'
import { EtatPart } from '@/components/violations/etat-part'
import { FaitsViolation } from '@/components/violations/faits-violation'
import { Horloges } from '@/components/violations/horloges'
import { Suivis } from '@/components/violations/suivis'
import { exigerActeur } from '@/lib/socle/session'
import { libellesRisque, libellesSuivi, referenceViolation, typesSuivi } from '@/lib/violations/libelles'
import { violationDe } from '@/lib/violations/queries'
import { type Part, resteAFaire } from '@/lib/violations/regles'

export const metadata: Metadata = { title: 'Violation de données' }

const enPhrase = (mots: string) => mots.charAt(0).toLowerCase() + mots.slice(1)

function possibles(part: Part): ActeDpo[] {
  if (part.closeLe) return ['rouvrir']
  return [
    'qualifier',
    'mesure',
    ...(part.autrePartieAvant ? (['autre_partie'] as const) : []),
    'autorite',
    'personnes',
    ...(resteAFaire(part).length === 0 ? (['clore'] as const) : []),
  ]
}

export default async function ViolationDeLaCaisse({ params, searchParams }: PageProps<'/caisse/violations/[id]'>) {
  const acteur = await exigerActeur('violation.traiter')
  const violation = await violationDe(acteur, (await params).id)
  const part = violation?.parts.find(({ caisseId }) => caisseId === acteur.caisse?.id)
  if (!violation || !part) notFound()
  const { acte: demande, fait } = await searchParams
  const actes = possibles(part)
  const acte = actesDpo.find((connu) => connu === demande && actes.includes(connu)) ?? actes[0]
  const enregistre = typesSuivi.find((type) => type === fait)
  const reste = resteAFaire(part)
  const adresse = `/caisse/violations/${violation.id}`
  const affiche = part.etat === 'a_qualifier' || demande ? acte : undefined
  return (
    <Cadre acteur={acteur} entree="/caisse/violations">
      <FilRetour href="/caisse/violations" libelle="Violations de données" />
      <div className="mb-4 flex flex-wrap items-baseline gap-4">
        <h1>Violation de données {referenceViolation(violation.id)}</h1>
        <EtatPart part={part} aFaire />
      </div>
      {enregistre && (
        <Avis className="mb-6 max-w-180">
          C’est enregistré{'\u00a0'}: {enPhrase(libellesSuivi[enregistre])}.
        </Avis>
      )}
      <div className="bureau:flex bureau:gap-18">
        <div className="min-w-0 max-w-180 flex-1">
          <section className="mb-8" aria-labelledby="delais">
            <h2 id="delais" className="border-b border-filet-2 pb-2.5">
              Les délais
            </h2>
            <Horloges part={part} cote={violation.cote} maintenant={new Date()} />
            {part.risque && <p className="mt-3">{libellesRisque[part.risque]}.</p>}
          </section>
          {/* One reads what happened before qualifying it; the other acts were chosen by who knows it. */}
          {affiche === 'qualifier' && <FaitsViolation violation={violation} />}
          {affiche && (
            <section className="mb-10" aria-labelledby="acte">
              <h2 id="acte" className="mb-4">
                {titresActe[affiche]}
              </h2>
              <FormulaireActe acte={affiche} id={violation.id} part={part} />
            </section>
          )}
          {affiche !== 'qualifier' && <FaitsViolation violation={violation} />}
          <h2 className="mb-3">L’historique</h2>
          <Suivis suivis={violation.suivis} />
        </div>
        <aside className="max-bureau:mt-10 bureau:w-72 bureau:flex-none" aria-labelledby="actes">
          <h2 id="actes" className="mb-2">
            {affiche ? 'Autres actes' : 'Que faire\u202F?'}
          </h2>
          {reste.length > 0 && <p className="mb-3 text-15">Avant de clore, il reste à {reste.join(', et à ')}.</p>}
          <ListeActions
            liens={actes
              .filter((lien) => lien !== affiche)
              .map((lien) => ({ href: `${adresse}?acte=${lien}#acte`, libelle: titresActe[lien] }))}
          />
          <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
            <LienBouton href={`/api/violations/${violation.id}/dossier`} aspect="secondaire">
              Ouvrir le dossier (PDF)
            </LienBouton>
            <a href={`/api/violations/${violation.id}/dossier?format=json`} className="inline-block min-h-6" download>
              Les mêmes données (JSON)
            </a>
          </p>
        </aside>
      </div>
    </Cadre>
  )
}
