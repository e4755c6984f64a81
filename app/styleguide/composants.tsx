import { Cas, Section } from '@/app/styleguide/section'
import { Avis } from '@/components/ui/avis'
import { type Cote, type EtatAffiche, StatutDemande } from '@/components/ui/badge-statut'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { Dialogue } from '@/components/ui/dialogue'
import { Echeance, Urgent } from '@/components/ui/echeance'
import { CloudOff, Download, Send } from '@/components/ui/icones'
import { Menu } from '@/components/ui/menu'
import { Compteur, PastilleCourte, PastilleNouveautes } from '@/components/ui/pastille'
import { Progression } from '@/components/ui/progression'

const etats: EtatAffiche[] = [
  'brouillon',
  'transmise',
  'prise_en_charge',
  'attente_complement',
  'complement_recu',
  'traitee',
  'annulee',
]

const cotes: [Cote, string][] = [
  ['partenaire', 'Vus du partenaire'],
  ['caisse', 'Vus de la caisse'],
]

export function Composants() {
  return (
    <>
      <Section titre="Boutons">
        <div className="flex flex-wrap items-end gap-5">
          <Cas nom="Principal">
            <Bouton>Continuer</Bouton>
          </Cas>
          <Cas nom="Second">
            <Bouton aspect="secondaire">Continuer</Bouton>
          </Cas>
          <Cas nom="Tiers">
            <Bouton aspect="tiers">Continuer</Bouton>
          </Cas>
          <Cas nom="Danger">
            <Bouton aspect="danger">Inactiver</Bouton>
          </Cas>
          <Cas nom="En cours">
            <Bouton busy>Transmission…</Bouton>
          </Cas>
          <Cas nom="Dense">
            <Bouton dense touche="a">
              Je m’en occupe
            </Bouton>
          </Cas>
          <Cas nom="Dense, second">
            <Bouton dense aspect="secondaire">
              Attribuer à…
            </Bouton>
          </Cas>
          <Cas nom="Lien">
            <LienBouton href="#contenu" icone={<Download />}>
              Accusé de réception (PDF, 84{'\u00a0'}ko)
            </LienBouton>
          </Cas>
        </div>
      </Section>
      <Section titre="Statuts">
        {cotes.map(([cote, mots]) => (
          <div key={cote} className="mb-2 flex flex-wrap items-baseline gap-x-2 gap-y-3">
            <p className="w-28 text-14 text-encre-2">{mots}</p>
            {etats
              .filter((etat) => cote === 'partenaire' || etat !== 'brouillon')
              .map((etat) => (
                <StatutDemande key={etat} etat={etat} cote={cote} />
              ))}
            {cote === 'caisse' ? (
              <>
                <StatutDemande etat="prise_en_charge" cote="caisse" parVous />
                <StatutDemande etat="transmise" cote="caisse" aPrendre />
              </>
            ) : (
              <StatutDemande etat="attente_complement" cote="partenaire" creneaux />
            )}
          </div>
        ))}
        <p className="text-15 text-encre-2">
          La couleur dit à qui est la main{'\u00a0'}: brique, à vous{'\u202f'}; bleu et cyan, à l’autre ou en cours
          {'\u202f'}; neutre, fini ou en pause.
        </p>
      </Section>
      <Section titre="Échéances">
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-3">
          <Echeance mots="dans 12 jours" ton="loin" />
          <Echeance mots="dans 3 jours" ton="bientot" />
          <Echeance mots="aujourd’hui" ton="bientot" />
          <Echeance mots="en retard de 2 jours" ton="retard" />
          <Echeance mots="suspendu" ton="suspendu" />
          <Urgent />
          <PastilleNouveautes nombre={2} />
          <PastilleCourte nombre={1} />
          <PastilleCourte nombre={1} icone />
          <Compteur nombre={41} />
          <Compteur nombre={2} chaud />
        </div>
      </Section>
      <Section titre="Messages">
        <div className="grid gap-4 bureau:grid-cols-3">
          <Avis>
            <p>
              <strong>Information.</strong> Les plafonds changent le 1<sup>er</sup> avril.
            </p>
          </Avis>
          <Avis ton="chaud">
            <p>
              <strong>À vous.</strong> Cette photo semble floue.
            </p>
          </Avis>
          <Avis ton="fond" icone={<CloudOff />}>
            <p>
              <strong>Hors ligne.</strong> Votre saisie est gardée ici, elle partira au retour du réseau.
            </p>
          </Avis>
        </div>
      </Section>
      <Section titre="Menu et dialogue">
        <div className="rangee-boutons">
          <Menu libelle="Autres actions">
            <ul>
              <li>
                <a href="#contenu">Passer à un collègue</a>
              </li>
              <li>
                <a href="#contenu">Transférer à une autre caisse</a>
              </li>
            </ul>
          </Menu>
          <Dialogue libelle="Annuler la demande" titre="Annuler cette demande ?" aspect="danger">
            <p>La caisse ne l’a pas encore prise en charge. Elle restera dans votre historique.</p>
            <form method="dialog" className="rangee-boutons mt-5">
              <Bouton type="submit" aspect="danger">
                Annuler la demande
              </Bouton>
              <Bouton type="submit" aspect="tiers">
                La garder
              </Bouton>
            </form>
          </Dialogue>
          <LienBouton href="#contenu" aspect="secondaire" dense icone={<Send />}>
            Envoyer
          </LienBouton>
        </div>
        <div className="mt-4 max-w-95">
          <p className="mb-1 text-14 font-semibold text-encre-2">Envoi, 62{'\u00a0'}%</p>
          <Progression pourcent={62} nom="Envoi de avis-impots-2025.pdf" />
        </div>
      </Section>
    </>
  )
}
