import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { TableauSuivi } from '@/components/revues/tableau-suivi'
import { Avis } from '@/components/ui/avis'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { FiltreListe, FiltreRecherche } from '@/components/ui/filtres'
import { CircleCheck } from '@/components/ui/icones'
import { Pagination } from '@/components/ui/pagination'
import { actionRelancerRetards } from '@/lib/revues/actions'
import { type FiltresRevues, filtresRevuesSchema, revuesDeLaCaisse, taillePage } from '@/lib/revues/queries-caisse'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const TITRE = 'Revues d’habilitation'

export const metadata: Metadata = { title: TITRE }

const ADRESSE = '/caisse/revues'

function adresse({ q, etat, page }: FiltresRevues): string {
  return `${ADRESSE}?${new URLSearchParams({ ...(q && { q }), etat, ...(page > 1 && { page: String(page) }) })}`
}

export default async function Revues({ searchParams }: PageProps<'/caisse/revues'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const recherche = await searchParams
  const filtres = filtresRevuesSchema.parse(recherche)
  const maintenant = new Date()
  const { lignes, suivante, total, nombres } = await revuesDeLaCaisse(acteur, filtres, maintenant)
  return (
    <Cadre acteur={acteur} entree="/caisse/habilitations">
      <FilRetour href="/caisse/habilitations" libelle="Habilitations" />
      <Fait relances={entier(recherche.relances)} ouvertes={entier(recherche.ouvertes)} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-4">
        <h1>{TITRE}</h1>
        {nombres.toutes > nombres.ouvertes && (
          <LienBouton aspect="secondaire" href="/caisse/revues/ouvrir?portee=toutes">
            Ouvrir une revue pour toutes
          </LienBouton>
        )}
      </div>
      <p className="mb-5 text-encre-2">
        {pluriel(nombres.toutes, 'structure')}, {pluriel(nombres.ouvertes, 'revue ouverte', 'revues ouvertes')}
        {nombres.retard > 0 && `, dont ${nombres.retard} en retard`}.
      </p>
      {nombres.retard > 0 && (
        <Formulaire action={actionRelancerRetards} titrePage={TITRE} cle="relancer-retards" className="mb-6">
          <BoutonEnvoi enCours="Relance…">
            {nombres.retard === 1
              ? 'Relancer la structure en retard'
              : `Relancer les ${nombres.retard} structures en retard`}
          </BoutonEnvoi>
        </Formulaire>
      )}
      <form action={ADRESSE} method="get" className="mb-4 flex flex-wrap items-end gap-3">
        <FiltreRecherche nom="q" libelle="Partenaire ou structure" valeur={filtres.q} />
        <FiltreListe
          nom="etat"
          libelle="Revue"
          valeur={filtres.etat}
          options={[
            { valeur: 'toutes', libelle: 'Toutes les structures' },
            { valeur: 'retard', libelle: 'En retard' },
            { valeur: 'ouvertes', libelle: 'Ouvertes' },
            { valeur: 'signees', libelle: 'Signées, sans revue ouverte' },
          ]}
        />
        <Bouton type="submit" aspect="secondaire" dense className="min-h-10!">
          Chercher
        </Bouton>
      </form>
      {lignes.length > 0 ? (
        <TableauSuivi lignes={lignes} aujourdhui={dateAParis(maintenant)} titrePage={TITRE} />
      ) : (
        <EtatVide
          titre={nombres.toutes > 0 ? 'Aucune structure ici' : 'Aucune structure sous convention'}
          action={
            <LienBouton aspect="secondaire" href={nombres.toutes > 0 ? ADRESSE : '/caisse/partenaires'}>
              {nombres.toutes > 0 ? 'Voir toutes les structures' : 'Voir les partenaires'}
            </LienBouton>
          }
        >
          <p>
            Chaque structure relit ses comptes à l’intervalle choisi dans vos paramètres, ou quand vous le demandez.
          </p>
        </EtatVide>
      )}
      {total > 0 && total < nombres.toutes && <p className="mt-4 text-encre-2">{pluriel(total, 'structure')}.</p>}
      <Pagination
        suivante={
          suivante
            ? {
                href: adresse({ ...filtres, page: filtres.page + 1 }),
                libelle: `Voir les ${taillePage} structures suivantes`,
              }
            : undefined
        }
        precedente={
          filtres.page > 1 ? { href: adresse({ ...filtres, page: 1 }), libelle: 'Revenir au début' } : undefined
        }
      />
    </Cadre>
  )
}

const entier = (texte: string | string[] | undefined) =>
  Number.parseInt(typeof texte === 'string' ? texte : '', 10) || 0

function Fait({ relances, ouvertes }: { relances: number; ouvertes: number }) {
  const mots =
    relances > 0
      ? `${pluriel(relances, 'structure relancée', 'structures relancées')} : un courriel part à leurs gestionnaires.`
      : ouvertes > 0
        ? `${pluriel(ouvertes, 'revue ouverte', 'revues ouvertes')} : un courriel part aux gestionnaires.`
        : null
  return mots ? (
    <Avis icone={<CircleCheck />} role="status" className="mb-6">
      {mots}
    </Avis>
  ) : null
}
