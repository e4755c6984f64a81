import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ErreurSommaire } from '@/components/formulaire/erreur-sommaire'
import { ChampDateAdresse } from '@/components/partenaires/champ-date-adresse'
import { ConfirmerOuverture } from '@/components/partenaires/confirmer-ouverture'
import { OuvertureEnMots } from '@/components/partenaires/ouverture'
import { PageEcriture } from '@/components/partenaires/page-ecriture'
import { Bouton } from '@/components/ui/bouton'
import { fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { ouvertureDemandeeSchema } from '@/lib/partenaires/schema'
import { enParties, jourDe } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const TITRE = 'Changer la date d’ouverture'
export const metadata: Metadata = { title: TITRE }

type Props = PageProps<'/caisse/partenaires/[id]/structures/[structureId]/ouverture'>

/** The day is asked first; what it would do is shown, and only then saved. */
export default async function OuvertureStructure({ params, searchParams }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id, structureId } = await params
  const fiche = await fichePourEcriture(acteur, id)
  const structure = fiche?.structures.find((candidate) => candidate.id === structureId)
  if (!fiche || !structure) notFound()
  const aujourdhui = dateAParis(new Date())
  const tape = lire(await searchParams)
  const lu = ouvertureDemandeeSchema.safeParse({ ouvreLe: tape })
  const erreur = tape && !lu.success ? lu.error.issues[0]?.message : undefined
  return (
    <PageEcriture acteur={acteur} fiche={fiche} titre={TITRE} ancre="structures">
      {tape && lu.success ? (
        <ConfirmerOuverture
          titre={TITRE}
          fiche={fiche}
          structure={structure}
          ouvreLe={lu.data.ouvreLe}
          aujourdhui={aujourdhui}
        />
      ) : (
        <form method="get" noValidate>
          {erreur && <ErreurSommaire erreurs={{ ouvreLe: erreur }} />}
          <h1 className="mb-2">{TITRE}</h1>
          <p className="mb-6 text-encre-2">
            {structure.nom} : <OuvertureEnMots structure={structure} aujourdhui={aujourdhui} />
          </p>
          <ChampDateAdresse
            name="ouvreLe"
            label="Ouverture de l’accès"
            optionnel
            aide="Les comptes ont accès à partir de ce jour. Sans date, avec la convention."
            valeur={tape ?? enParties(jourDe(structure.ouvreLe))}
            erreur={erreur}
          />
          <Bouton type="submit" name="voir" value="1">
            Voir ce que cela change
          </Bouton>
        </form>
      )}
    </PageEcriture>
  )
}

/** The three fields as typed, or nothing before they were. */
function lire(parametres: Record<string, string | string[] | undefined>) {
  if (parametres.voir === undefined) return undefined
  const partie = (nom: string) => String(parametres[`ouvreLe.${nom}`] ?? '').slice(0, 10)
  return { jour: partie('jour'), mois: partie('mois'), annee: partie('annee') }
}
