import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { delaiRevue } from '@/components/revues/banniere-revue'
import { ExportRevue } from '@/components/revues/export-revue'
import { LigneOuverte } from '@/components/revues/ligne-revue'
import { Signature } from '@/components/revues/signature'
import { TableauDecisions } from '@/components/revues/tableau-decisions'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { CircleCheck } from '@/components/ui/icones'
import { Progression } from '@/components/ui/progression'
import { idSchema } from '@/lib/demandes/schema'
import { motsAttestation } from '@/lib/habilitations/libelles'
import { lireRevue, type Revue } from '@/lib/revues/queries'
import type { Acteur } from '@/lib/socle/acteur'
import { dateEtHeure, dateLongue, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

const TITRE = 'Revue des habilitations'

export const metadata: Metadata = { title: TITRE }

export default async function RevueDesHabilitations({ params }: PageProps<'/equipe/revue/[id]'>) {
  const acteur = await exigerActeur('equipe.gerer')
  const { id } = await params
  const revue = idSchema.safeParse(id).success ? await lireRevue(acteur, id) : null
  if (!revue) notFound()
  const aujourdhui = dateAParis(new Date())
  return (
    <Cadre acteur={acteur} entree="/equipe">
      <FilRetour href="/equipe" libelle="Votre équipe" />
      <h1 className={revue.signeeLe ? 'mb-5' : 'mb-2'}>{TITRE}</h1>
      {revue.signeeLe ? (
        <Signee revue={revue} signeeLe={revue.signeeLe} moi={acteur.compteId} aujourdhui={aujourdhui} />
      ) : (
        <Ouverte revue={revue} acteur={acteur} aujourdhui={aujourdhui} />
      )}
    </Cadre>
  )
}

function Signee({
  revue,
  signeeLe,
  moi,
  aujourdhui,
}: {
  revue: Revue
  signeeLe: Date
  moi: string
  aujourdhui: DateIso
}) {
  return (
    <>
      <Avis icone={<CircleCheck />} titre="Revue signée" role="status" className="mb-6 max-w-180">
        {revue.signeeParId === moi ? 'Par vous' : `Par ${revue.signeePar ?? 'un ancien compte'}`},{' '}
        {dateEtHeure(signeeLe)}. Un compte se modifie maintenant depuis <a href="/equipe">l’équipe</a>.
      </Avis>
      <TableauDecisions revue={revue} moi={moi} aujourdhui={aujourdhui} />
      <div className="mt-5">
        <ExportRevue id={revue.id} />
      </div>
    </>
  )
}

const groupes = [
  { profil: 'technicien', titre: 'Techniciens' },
  { profil: 'gestionnaire', titre: 'Gestionnaires' },
]

function Ouverte({ revue, acteur, aujourdhui }: { revue: Revue; acteur: Acteur; aujourdhui: DateIso }) {
  const { lignes, restent, echeanceLe } = revue
  const faits = lignes.length - restent
  const organisme = (acteur.structure?.unique ? acteur.partenaire?.nom : acteur.structure?.nom) ?? ''
  const mots = motsAttestation(organisme)
  return (
    <>
      <p className="mb-3 text-encre-2">
        À signer avant la fin du {dateLongue(echeanceLe)},{' '}
        {delaiRevue(echeanceLe, aujourdhui).replace(' au plus tard', '')}.
      </p>
      <div className="mb-6 max-w-100">
        <p className="mb-1 font-[650]">
          {pluriel(faits, 'compte confirmé', 'comptes confirmés')} sur {lignes.length}
        </p>
        <Progression
          pourcent={lignes.length > 0 ? Math.round((faits / lignes.length) * 100) : 100}
          nom="Comptes confirmés"
        />
      </div>
      <div className="lecture mb-8">
        <p>En gardant le compte d’un technicien, vous attestez à nouveau que cette personne :</p>
        <ul className="mt-1 mb-3 list-disc pl-5">
          {Object.values(mots).map((mot) => (
            <li key={mot}>{mot}.</li>
          ))}
        </ul>
        <p>
          Chaque décision est enregistrée tout de suite et peut changer jusqu’à la signature. Les comptes à inactiver se
          ferment à la signature.
        </p>
      </div>
      {groupes.map(({ profil, titre }) => {
        const siennes = lignes.filter(({ compte }) => compte.profil === profil)
        if (siennes.length === 0) return null
        return (
          <section key={profil} aria-labelledby={profil} className="mb-8">
            <h2 id={profil} className="border-b border-filet-2 pb-2.5">
              {titre}
            </h2>
            {profil === 'gestionnaire' && (
              <p className="mt-3 text-15 text-encre-2">
                La caisse seule change ces comptes : confirmez-les, ou demandez-lui de les modifier ou de les inactiver.
              </p>
            )}
            <ul>
              {siennes.map((ligne) => (
                <LigneOuverte
                  key={ligne.compte.id}
                  revueId={revue.id}
                  ligne={ligne}
                  moi={acteur.compteId}
                  aujourdhui={aujourdhui}
                  titrePage={TITRE}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <ExportRevue id={revue.id} />
      <Signature revue={revue} organisme={organisme} titrePage={TITRE} />
    </>
  )
}
