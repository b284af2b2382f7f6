"""What authorities do: sanction, enforce."""

from entrepot.claims.frames.interface import pattern

ON = "on|against|over:target>target"

PATTERNS = (
    pattern("sanction", "verb", "propose consider prepare plan unveil draft discuss", f"subj:actor>issuer! {ON} obj:measure>measure!", action="impose", modality="planned"),
    pattern("sanction", "verb", "impose introduce adopt slap levy enact announce approve place put reimpose re-impose", f"subj:actor>issuer {ON} obj:measure>measure!", action="impose", needs="target issuer"),
    pattern("sanction", "verb", "lift remove drop end scrap cancel revoke repeal", f"subj:actor>issuer {ON} from:target>target obj:measure>measure!", action="lift"),
    pattern("sanction", "verb", "ease relax loosen soften suspend waive", f"subj:actor>issuer {ON} obj:measure>measure!", action="ease"),
    pattern("sanction", "verb", "extend prolong renew roll_over", f"subj:actor>issuer {ON} to:target>target obj:measure>measure!", action="extend"),
    pattern("sanction", "verb", "tighten widen expand toughen strengthen broaden step_up bring align", f"subj:actor>issuer {ON} obj:measure>measure!", action="tighten"),
    pattern("sanction", "verb", "join", f"subj:actor>issuer! {ON} obj:measure>measure!", action="impose"),
    pattern("sanction", "verb", "keep maintain retain have", f"subj:actor>issuer! {ON} obj:measure>measure!", action="in_force", needs="target"),
    pattern("sanction", "verb", "sanction blacklist designate", "subj:actor>issuer obj:any>target!", action="impose"),
    pattern("sanction", "verb", "list specify", "subj:actor>issuer obj:party>target! under|in:measure>measure", action="impose"),
    pattern("sanction", "verb", "add put place include", "subj:actor>issuer obj:target>target! to|on|in:list>measure!", action="impose"),
    pattern("sanction", "verb", "delist de-list", "subj:actor>issuer obj:party>target!", action="lift"),
    pattern("sanction", "verb", "remove take drop strike", "subj:actor>issuer obj:target>target! from|off:list>measure!", action="lift"),
    pattern("sanction", "verb", "cap limit", "subj:actor>issuer! obj:price>measure! of|on|for:target>target", action="impose"),
    pattern("sanction", "verb", "cut_off exclude disconnect", "subj:actor>issuer obj:party>target! from:network>measure!", action="impose"),
    pattern("sanction", "verb", "lower raise", f"subj:actor>issuer obj:measure>measure! {ON}", action="tighten"),
    pattern("sanction", "verb", "cover", "subj:measure>measure! obj:target>target!", action="in_force"),
    pattern("sanction", "verb", "hit affect target strike", "subj:measure>measure! obj:party>target!", action="impose"),
    pattern("sanction", "noun", "target subject", "subj:party>target! of:measure>measure!", action="in_force"),
    pattern("sanction", "verb", "face", "subj:party>target! obj:measure>measure!", action="in_force"),
    pattern("sanction", "verb", "freeze block", "subj:actor>issuer obj:frozen>_! of:target>target", action="impose"),
    pattern("sanction", "verb", "ban prohibit bar outlaw forbid restrict halt embargo", "subj:actor>issuer obj:traffic>measure! to|with|from:target>target", action="impose"),
    pattern("sanction", "verb", "ban bar exclude", "subj:actor>issuer obj:party>target! from:any>_", action="impose"),
    pattern("sanction", "verb", "hit target penalise penalize punish", "subj:actor>issuer obj:party>target! with:measure>measure!", action="impose"),
    pattern("sanction", "adjective", "subject", "subj:party>target! to:measure>measure!", action="in_force"),
    pattern("sanction", "verb", "be remain stay live come", "subj:party>target! under:measure>measure!", action="in_force"),
    pattern("sanction", "verb", "come enter go", f"subj:measure>measure! into:force>_! {ON}", action="in_force"),
    pattern("sanction", "verb", "take", f"subj:measure>measure! obj:effect>_! {ON}", action="in_force"),
    pattern("sanction", "verb", "apply remain stay stand continue", "subj:owned_measure>measure! to|on:target>target", action="in_force"),
    pattern("sanction", "verb", "be", "attr:tighter>measure!", action="tighten"),
    # enforcement
    pattern("enforce", "verb", "charge indict prosecute sue", "subj:actor>authority obj:party>subject!"),
    pattern("enforce", "verb", "arrest detain convict jail sentence fine extradite imprison penalise penalize", "subj:actor>authority obj:party>subject!"),
    pattern("enforce", "verb", "seize confiscate impound intercept", "subj:actor>authority obj:any>subject! with:goods>goods"),
    pattern("enforce", "verb", "raid search", "subj:authority>authority! obj:any>subject!"),
    pattern("enforce", "verb", "stop turn_back turn hold detain board inspect block", "subj:authority>authority! obj:vehicle>subject! with:goods>goods"),
    pattern("enforce", "verb", "investigate", "subj:authority>authority! obj:party>subject!"),
    pattern("enforce", "verb", "revoke withdraw cancel", "subj:authority>authority! obj:licence>_! of:party>subject!"),
)
