import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { accueilDe, aDroit, nomComplet } from '@/lib/socle/acteur'
import { heure } from '@/lib/socle/format'
import { enParties } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'
import { actionDeclarerViolation } from '@/lib/violations/actions'
import { aidesNature, donneesConcernees, libellesDonnee, libellesNature, natures } from '@/lib/violations/libelles'
import { pourDeclarer } from '@/lib/violations/queries'

const TITRE = 'Déclarer une violation de données'

export const metadata: Metadata = { title: TITRE }

/** The reference of the demande one comes from, by the link at the foot of its page. */
async function demandeQuittee(): Promise<string | undefined> {
  const origine = (await headers()).get('referer') ?? ''
  return URL.canParse(origine) ? /\/demandes\/(\d{2}-\d{6,})$/.exec(new URL(origine).pathname)?.[1] : undefined
}

export default async function DeclarerViolation({ searchParams }: PageProps<'/violations/declarer'>) {
  const acteur = await exigerActeur('violation.declarer')
  const { signalement: origine } = await searchParams
  const signale = typeof origine === 'string' && /^[0-9a-f-]{36}$/.test(origine) ? origine : undefined
  const { caisses, partenaires, signalement, telephone } = await pourDeclarer(acteur, signale)
  const maintenant = new Date()
  return (
    <Cadre acteur={acteur} entree={aDroit(acteur, 'violation.traiter') ? '/caisse/violations' : accueilDe(acteur)}>
      <div className="max-w-160">
        <Formulaire action={actionDeclarerViolation} titrePage={TITRE} cle={`violation-${signalement?.id ?? 'libre'}`}>
          <h1 className="mb-4">{TITRE}</h1>
          <p className="mb-2">
            Des données personnelles perdues, envoyées à la mauvaise personne, vues ou modifiées par quelqu’un qui n’en
            avait pas le droit{'\u202f'}: dites-le tout de suite, même sans tout savoir. Vous pourrez compléter.
          </p>
          <p className="mb-6">
            Le délégué à la protection des données et les référents de la caisse sont prévenus dès l’envoi. Une
            déclaration ne met personne en cause.
          </p>
          <ChampCache name="id" valeur={randomUUID()} />
          <ChampCache name="signalementId" valeur={signalement?.id ?? ''} />
          <CasesACocher
            name="natures"
            label="Que s’est-il passé ?"
            options={natures.map((valeur) => ({ valeur, libelle: libellesNature[valeur], aide: aidesNature[valeur] }))}
          />
          <ChampTexteLong name="description" label="En quelques mots" lignes={4} aide="Les faits, sans nom d’assuré." />
          <ChampDate
            name="constateeLe"
            label="Quand l’avez-vous constatée ?"
            aide="Les délais partent de là."
            valeur={enParties(dateAParis(maintenant))}
          />
          <ChampTexte
            name="constateeHeure"
            label="À quelle heure ?"
            aide="Même approchée, par exemple 14 h 30"
            largeur="court"
            valeur={heure(maintenant).replaceAll('\u00A0', ' ')}
          />
          <ChampDate
            name="survenueLe"
            label="Depuis quand dure la violation ?"
            aide="Laissez vide si vous ne le savez pas."
            optionnel
          />
          <CasesACocher
            name="donnees"
            label="Quelles données ?"
            options={donneesConcernees.map((valeur) => ({ valeur, libelle: libellesDonnee[valeur] }))}
          />
          <ChampTexte
            name="personnes"
            label="Combien de personnes ?"
            aide="Une estimation suffit. Laissez vide si vous ne le savez pas."
            largeur="court"
            inputMode="numeric"
            optionnel
          />
          <ChampTexte
            name="comptes"
            label="Combien de comptes du portail ?"
            aide="Laissez vide si vous ne le savez pas."
            largeur="court"
            inputMode="numeric"
            optionnel
          />
          <ChampTexteLong
            name="references"
            label="Demandes ou comptes concernés"
            lignes={2}
            optionnel
            valeur={signalement?.references ?? (await demandeQuittee())}
            aide="Leurs références ou identifiants seulement."
          />
          <ChampTexteLong
            name="mesures"
            label="Ce qui est déjà fait"
            lignes={3}
            optionnel
            aide="Par exemple, mot de passe changé."
          />
          {caisses.length > 1 && (
            <CasesACocher
              name="caisses"
              label="Quelles caisses sont concernées ?"
              options={caisses.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
              valeurs={caisses.map(({ id }) => id)}
            />
          )}
          {acteur.caisse && (
            <Liste
              name="partenaireId"
              label="Partenaire concerné"
              aide="S’il y en a un, son délégué à la protection des données est prévenu aussi."
              optionnel
              vide="Aucun en particulier"
              valeur={signalement?.partenaireId ?? undefined}
              options={partenaires.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
            />
          )}
          <ChampTexte
            name="contact"
            label="Qui appeler pour en savoir plus ?"
            aide="Un nom et un téléphone."
            largeur="plein"
            maxLength={200}
            valeur={`${nomComplet(acteur)}, ${telephone ?? acteur.courriel}`}
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Envoi de la déclaration…">Déclarer la violation</BoutonEnvoi>
            <a href="/violations" className="inline-block min-h-6">
              Mes déclarations
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
