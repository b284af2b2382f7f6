"""What the lines look like that belong to a page and not to its report.

Every pattern is anchored at the start of a line or a sentence.
"""

import re

_I = re.IGNORECASE

RELATED_HEADER = re.compile(
    r"(?:more from (?:the )?[A-Z][\w’']*(?: [A-Z][\w’']*){0,3}|latest (?:news|headlines|stories|articles|updates)"
    r"|related(?: (?:articles?|stories|story|news|links?|content|topics?|reading|posts?|coverage|materials?"
    r"|publications?|items?))?"
    r"|read (?:more|also|next)|see also|also (?:read|see|on this site|in this (?:section|issue|series))"
    r"|more (?:news|stories|articles|headlines|to read|like this|on this (?:story|topic)|from (?:this|our|the) \w+)"
    r"|most (?:read|popular|viewed|shared|commented)|top stories|trending(?: now| topics)?"
    r"|recommended(?: for you| reading| stories)?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|further reading|editor[’']?s[’']? (?:picks?"
    r"|choice)|don[’']t miss"
    r"|elsewhere(?: on (?:the web|this site)| in the news)?|in other news|other news|popular(?: now| posts)?"
    r"|recent (?:posts|news|articles|stories)|news ?feed|what to read next|up next|in case you missed it|must[- ]reads?"
    r"|follow us|share this(?: article| story| page)?|other (?:stories|articles|headlines)|on our site)\s*[:.»>…]*$",
    _I,
)
"""A line that opens a list of links to other stories."""

GLUED_HEADER = re.compile(
    r"(?:Latest (?:news|News)|LATEST NEWS|Related (?:news|articles|stories)|Most (?:read|popular)|Read (?:also"
    r"|more))(?=[A-Z“\"][^\s:]*\s)"
)
"""Such a line run into the first link by the page that was copied ("Latest newsThe Use of …")."""

_ORG = r"[A-Z][\w’'.&-]*(?:,? (?:[A-Z&][\w’'.&-]*|and|of|for|the)){0,7}"
_ITEM = (
    r"(?:story|article|page|post|interview|piece|transcript|conversation|blog|live ?blog|newsletter|item|entry|podcast)"
)

STRONG: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "copyright line",
        re.compile(
            r"(?:when (?:using|quoting|reprinting|citing) (?:the |our |these |any )?(?:materials?|content"
            r"|texts?|information)\b"
            r"|©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}\b)"
            rf"|copyright {_ORG},?\s*(?:\d{{4}}|\.?\s*all rights)"
            r"|.{0,80}\ball rights reserved\b|(?:reproduction|republication"
            r"|redistribution)\b.{0,60}\b(?:permitted|prohibited|allowed|forbidden)\b)",
            _I,
        ),
    ),
    (
        "subscription",
        re.compile(
            r"(?:please )?(?:subscribe\b|unsubscribe\b|sign up (?:for|to|here|now)\b|to unsubscribe\b|(?:join"
            r"|follow|like|find) us on\b"
            r"|(?:get|receive) (?:our|the) .{0,40}\b(?:newsletter|briefing|in your inbox)\b"
            r"|you(?: a|’|')?(?:re)? (?:receive|received|receiving|getting|are receiving) this (?:letter"
            r"|e-?mail|newsletter|message|bulletin|briefing)\b"
            r"|manage (?:your )?(?:subscription|preferences)\b|view (?:this (?:e-?mail"
            r"|letter) )?in (?:your )?browser\b|forward (?:this )?to a friend\b"
            r"|support our (?:work|journalism)\b|(?:become|be) a (?:member|subscriber|patron)\b|(?:see"
            r"|join) our telegram\b"
            r"|.{0,160}\b(?:sign up for|subscribe to) (?:our|the|my|this) .{0,40}\b(?:briefing|newsletter"
            r"|bulletin|alerts?|digest|letter|channel|podcast)s?\b)",
            _I,
        ),
    ),
    (
        "sign-off",
        re.compile(
            r"\((?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated"
            r"|[Ee]dited|[Ww]ritten|[Rr]eported) by [A-Z].{0,300}\)?$"
            r"|(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting) by [A-Z][^.]{0,200}; ?(?:[Ee]diting"
            r"|[Ww]riting|[Aa]dditional|[Rr]eporting)\b.{0,200}$"
            r"|(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Edited"
            r"|Translated) by(?: [A-Z][\w.’'-]+| and| in|,| de| van| von){2,12}\.?$"
            r"|Our [Ss]tandards:"
            r"|.{0,120}\bcontributed (?:reporting )?to this (?:report|story|article)\b"
        ),
    ),
    (
        "contact",
        re.compile(
            r"(?:media|press)(?: (?:enquir|inquir|quer)(?:y|ies)| contacts?| office| relations)\s*[:–—-]"
            r"|for (?:more|further|media|press|additional)(?: and \w+)? (?:information|enquiries|inquiries"
            r"|details|questions)[, ]+(?:please )?(?:contact|visit|call|e-?mail|write|see|go to)\b"
            r"|(?:write|send (?:us )?(?:tips|an e-?mail|your)|e-?mail us|contact us|contact the (?:author"
            r"|reporter|newsroom)s?|get in touch|reach (?:us|the author)|(?:send "
            r"|share )?tips?)\b[^.]{0,80}\S+@\S+"
            r"|(?:contacts?|e-?mail|tel|telephone|phone|fax|tips)\s*[:.] ?[^.]{0,40}?(?:@|\+?\d{3})"
            r"|(?:got|have|do you have) (?:a|any) (?:tip|story|information)\b"
            r"|(?:found|spotted|noticed|see) (?:a|an) (?:mistake|error|typo)\b",
            _I,
        ),
    ),
    (
        "note on the page",
        re.compile(
            r"(?:page|last) (?:last )?(?:reviewed|updated|modified|generated|edited|changed|revised)\b.{0,12}\d"
            r"|(?:page|file|document|pdf) (?:generated|created|printed|archived|retrieved) (?:on|at|by)\b"
            rf"|(?:this|the) {_ITEM} (?:was|has been|is|will be|may be) (?:(?:first|originally|last|also"
            rf"|lightly|being|since|slightly) )*"
            r"(?:published|updated|edited|corrected|amended|translated|produced|republished|condensed|revised"
            r"|modified|archived|posted|part of)\b"
            r"|this (?:report|text|version|dispatch|bulletin) (?:was|has been) (?:(?:last|lightly"
            r"|since) )*(?:updated|edited|corrected|amended|written for|made up for)\b"
            r"|(?:this|the|these|all) (?:\w+ )?"
            r"(?:reports?|texts?|pages?|documents?|files?|articles?|stor(?:y|ies)|items?) "
            r"(?:was|were|has been|have been|is|are) (?:written|made up|invented|composed|made|created) (?:for|as|to)\b"
            r"|(?:an )?(?:earlier|previous) version of this (?:story|article|report|page)\b"
            r"|(?:figures|prices|sums|amounts|dates|times|quotations) in this (?:article|report|story|issue"
            r"|note|letter)\b"
            r"|all (?:times|dates|prices|sums) (?:are|in|given)\b"
            r"|(?:updated|modified|edited|reviewed|revised)\s*(?:on|at|:)\s*\W{0,2}\w{0,10}[ ,]{0,2}\d"
            r"|(?:the )?(?:views|opinions|positions) (?:and \w+ )?expressed\b.{0,60}\b(?:author|those|own|not"
            r"|do)\b|disclaimer\s*:"
            r"|\((?:last )?(?:updated|corrected|modified|amended)\b[^()]{0,40}\)$"
            r"|(?:reprints?|permissions|syndication)\b[^.:]{0,30}:",
            _I,
        ),
    ),
    (
        "correction note",
        re.compile(r"(?:corrections?|clarification|erratum|editor[’']?s[’']? note|editors[’']? note"
                   r"|note to readers)\s*[:.–—-]\s|\((?:corrects|updates|adds|refiles|recasts)\b", _I),
    ),
    (
        "related links",
        re.compile(
            r"for more (?:on|about)\b.{0,60}\b(?:see|visit|read|go to|check) (?:our|the|this|here)\b|"
            r"(?:read more|read also|see also|also read|read next|more on this|related(?: stor(?:y|ies)"
            r"| articles?| news| links?)?|watch|listen|further reading|don[’']t miss)\s*[:»>–—→|-]\s*\S",
            _I,
        ),
    ),
    (
        "page furniture",
        re.compile(
            r"(?:advertisement|advertorial|sponsored(?: content)?|skip to (?:main )?content|(?:article"
            r"|story) continues (?:below|after)\b.{0,40}|scroll to continue\b.{0,40}|continue reading\b.{0,60}"
            r"|share(?: this)?(?: (?:article|story|page|post))?(?: (?:on|via|with)\b.{0,60})?|(?:tweet|print"
            r"|e-?mail|share|comments?|save|copy link|facebook|twitter|telegram|whatsapp"
            r"|linkedin)(?:\s*[|·•/,]?\s*(?:tweet|print|e-?mail|share|comments?|save|copy link|facebook"
            r"|twitter|x|telegram|whatsapp|linkedin))*"
            r"|listen to (?:our|the|this) (?:podcast|article|story|episode)|comments? \(\d+\)"
            r"|\d[\d,.]* (?:comments?|shares?|views?|likes|reads)|\d{1,3}[ -]min(?:ute)?s?(?: read)?"
            r"|loading\W*|back to top|leave a (?:comment|reply)|(?:load|show|view|read|see) (?:more|all)"
            r"|next article|previous article"
            r"|log ?in|sign in|register|menu|search|home|contact(?: us)?|about(?: us)?|privacy(?: policy)?"
            r"|terms (?:of|and) (?:use|service|conditions)|cookie (?:policy|settings|preferences|notice)"
            r"|accept(?: all)?(?: cookies)?|reject(?: all)?|manage cookies)[.…]?$",
            _I,
        ),
    ),
    (
        "cookie text",
        re.compile(r".{0,60}\b(?:uses? cookies|cookies (?:to|are used|help us)|accept (?:all )?cookies"
                   r"|your cookie|consent to (?:the use of )?cookies)\b", _I),
    ),
    ("tags", re.compile(r"(?:tags|keywords|topics|filed under|categor(?:y|ies)|hashtags)\s*:\s*\S", _I)),
    ("credit line", re.compile(r"(?:photo|photograph|image|picture|video|illustration|graphic|cover photo)(?:s"
                               r"|graphs)?(?: credit| source| courtesy)?\s*(?::|©|/)\s*\S", _I)),
    ("end mark", re.compile(r"(?:-{0,3}\s?ends?\s?-{0,3}|#{2,}|-\s?30\s?-|[*•·_=~–—-]{3,}"
                            r"|(?:[*•·]\s+){2,}[*•·])$", _I)),
    ("page number", re.compile(r"(?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?$|[-–—] ?\d{1,4} ?[-–—]$", _I)),
)  # fmt: skip

WEAK = re.compile(
    r"(?:select it and press\b|it(?: i|’|')s free\b"
    r"|(?:all |the |its |their |other )?(?:names|outlets|persons|people|firms|companies|characters|publications)\b"
    r"[\w, ]{0,60} (?:are|were) (?:invented|fictional|fictitious|made up)\b"
    r"|[^.!?]{3,60}\?$|that(?: i|’|')s all\b|see (?:our|page|the full|also)\b|write to (?:us|the)\b"
    r"|thank(?:s| you) for (?:reading|subscribing|joining)\b|stay tuned\b"
    r"|click (?:here|on)\b|our standards\b|privacy(?: policy)?(?:$|\s*[|·•])|\S+@\S+$|https?://\S+$|www\.\S+$"
    r"|(?:[\w’' ]{0,25})figures (?:were|have been|are) (?:revised|rounded|updated|provisional)\b"
    r"|text as (?:published|released|issued)\b|terms(?:$|\s*[|·•])|comments (?:are closed|\()|more (?:here|soon)\b"
    r"|reproduction (?:with|without|in|of (?:this|any|all))\b|no part of this\b)",
    _I,
)
