# SPDX-License-Identifier: Apache-2.0
"""Texts that somebody outside writes to do harm, each with a note whether all of it may be shown as it is."""


def fixed(canary, url, unc):
    """The list of known tricks. canary: path of an image that nobody may open; url, unc: addresses that nobody may ask."""
    images = [f"file://{canary}", f"{canary}", f"file://localhost{canary}", f"file:{canary}", url + "i.png", url.replace("http:", "") + "i.png",
              f"\\\\{unc}\\share\\i.png", f"//{unc}/share/i.png", f"file:////{unc}/share/i.png", "qrc:/icons/error.svg", ":/icons/error.svg",
              "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="]
    markup = []
    for turn, image in enumerate(images):
        markup += [f"<img src='{image}'>", f"<img src=\"{image}\" width=400 height=400>hi", f"<b>x</b><img src={image}>",
                   f"<table background='{image}'><tr><td>x</td></tr></table>", f"<body background=\"{image}\">x",
                   f"<a href='{image}'>Open the order</a>", f"<style>body{{background:url({image})}}</style>",
                   f"<p style=\"background-image:url('{image}')\">x</p>", f"<qt><img src='{image}'></qt>"][turn % 3::3]
    markup += ["<h1>Refund approved</h1>", "<s>struck</s>", "<b>bold</b>", "<i>i</i>", "<u>u</u>", "<font color=red size=7>x</font>",
               "<br><br><br>x", "<hr>", "<ul><li>x</li></ul>", "<table><tr><td>a</td></tr></table>", "<pre>x</pre>", "<center>x</center>",
               "<!-- x -->", "<!DOCTYPE html><p>x", "<?xml version='1.0'?><p>x</p>", "<qt>x</qt>", "<html><body>x</body></html>",
               "<script>document.title='owned'</script>", "<script src=" + url + "x.js></script>", "\"><script>document.title='owned'</script>",
               "'><script>document.title='owned'</script>", "</title><script>document.title='owned'</script>", "</textarea><h1>x</h1>",
               "</select><h1>x</h1>", "</option></select><form action=" + url + "><input name=a>", "</style><h1>x</h1>", "</body></html>",
               "<svg onload=document.title='owned'>", "<svg><a href=javascript:document.title='owned'>x</a></svg>",
               "<math><mtext><img src=x onerror=document.title='owned'></mtext></math>", "<img src=x onerror=document.title='owned'>",
               "<iframe src=" + url + "></iframe>", "<object data=" + url + "></object>", "<embed src=" + url + ">",
               "<link rel=stylesheet href=" + url + "x.css>", "<base href=" + url + ">", "<meta http-equiv=refresh content='0;url=" + url + "'>",
               "<form action=" + url + "><button>Cancel order</button></form>", "<input autofocus onfocus=document.title='owned'>",
               "<details open ontoggle=document.title='owned'>", "<video src=" + url + "></video>", "<audio src=" + url + "></audio>",
               "<template><h1>x</h1></template>", "<slot>x</slot>", "<bdo dir=rtl>x</bdo>", "<plaintext>", "<xmp>", "<listing>", "<noscript><h1>",
               "\" onmouseover=\"document.title='owned'", "' onfocus='document.title=1' autofocus='", "` onload=`1", "x\" style=\"position:fixed",
               "javascript:document.title='owned'", "data:text/html,<h1>x</h1>", "&lt;b&gt;x&lt;/b&gt;", "&amp;lt;b&amp;gt;", "&#60;b&#62;x", "&nbsp;&copy;",
               "<B>X</B>", "< b>x</b>", "<b\n>x</b>", "<b/x>", "<<b>>", "<b", "b>", "<", ">", "<>", "1 < 2 and 3 > 2", "a<b>c", "\ufeff<b>x</b>",
               "\u003cb\u003ex", "\uff1cb\uff1ex", "\u02c2b\u02c3", "<\u200bb>x</b>", "]]><b>x</b>", "<![CDATA[<b>x</b>]]>"]
    templates = ["{{csrf}}", "{{{lang}}}", "{{&lang}}", "{{#lines}}x{{/lines}}", "{{^lines}}x", "{{> head}}", "{{=<% %>=}}", "{{!x}}", "{{.}}",
                 "{{t.cancel_order}}", "{number}", "{items}{amount}", "${HOME}", "$(id)", "`id`", "#{1+1}", "<%= 1 %>", "[[1]]"]
    formats = ["%1", "%1 %2 %3", "%L1", "%n", "%Ln", "%99", "%s%s%s%s", "%d", "%x", "%p", "%100000000d", "%%1", "%1%n%2", "\\n", "\\u0041",
               "&Undo", "&&", "&", "A&B", "&File &Edit", "a\tCtrl+Q"]
    formulas = ["=1+1", "=HYPERLINK(\"" + url + "\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "\uff1d1+1",
                "\uff0b1", "\uff0d1", "\uff201", "'=1+1", "\"=1+1", "=1+1,=2+2", "x,=1+1", "x\n=1+1", "x\r\n=1+1", "x\",=1+1", "\"\",=1+1", "x;=1+1",
                ";=1+1", "x\t=1+1", " =1+1", "\u00a0=1+1", "\ufeff=1+1", "\u200b=1+1", "=", "+", "-", "@", "\x00=1+1"]
    bidi = ["\u202egpj.exe", "\u202e\u202eabc", "abc\u202e", "\u202dabc", "\u202aabc", "\u202babc", "\u202cabc", "\u2066abc", "\u2067abc", "\u2068abc",
            "\u2069\u2069abc", "abc\u2067", "\u200f\u200eabc", "\u061cabc", "a\u2069b\u2067c\u202ed", "\u2069\u202e100 EUR", "\u202e" * 200 + "x"]
    rtl = ["\u0633\u0627\u0631\u0629", "\u05e9\u05dc\u05d5\u05dd 123", "\u0633\u0627\u0631\u0629 (1)", "abc \u0633\u0627\u0631\u0629 1+1", "\u0661\u0662\u0663 \u0633",
           "\U00010800\U00010801", "\u0645\u062d\u0645\u062f, 12-34"]
    control = ["\x01\x02\x03", "a\x00b", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x07", "\x08\x08\x08x", "\x0b\x0c", "\x7f", "\x80\x9b31m", "a\rb", "a\nb",
               "a\r\nBcc: x@example.com\r\n\r\nb", "\u2028x\u2029y", "\u0085x", "a\tb", "\ufff9\ufffa\ufffb", "\ufffe\uffff", "\U000e0001\U000e0041", "\u0000" * 20]
    huge = ["A" * 5000, "W" * 400, " " * 3000, "\u00a0" * 300, "a\u0301" * 500, "e" + "\u0301" * 400, "<b>" * 500, "\n" * 300, "\U0001f469\u200d" * 200, "\u4e00" * 1000,
            "x" * 300 + "<img src=x>", "&" * 500, "\u200b" * 500, "\ufdfa" * 100]
    paths = [canary, f"file://{canary}", f"\\\\{unc}\\share", f"//{unc}/share", "C:\\Windows\\System32\\calc.exe", "../../../../etc/passwd", "/etc/passwd",
             "~/.ssh/id_rsa", url, "mailto:x@example.com?bcc=y@example.com", "x@example.com", "\"x\"@example.com", "x@example.com, y@example.com",
             "x@example.com\r\nBcc: y@example.com", "<x@example.com>", "tel:+1", "https://example.com/\u202egpj"]
    sql = ["'; DROP TABLE orders; --", "\" OR 1=1 --", "%' OR '%", "_", "\\"]
    as_they_are = [*markup[:]] + templates + formats + formulas[:6] + formulas[9:13] + rtl + paths[2:13] + sql
    listed, seen = [], set()
    for text in [*markup, *templates, *formats, *formulas, *bidi, *rtl, *control, *huge, *paths, *sql]:
        if text in seen:
            continue
        seen.add(text)
        plain = text in as_they_are and all(ord(c) >= 32 and c not in "\u2028\u2029" and not 0x7f <= ord(c) <= 0x9f for c in text)
        listed.append({"text": text, "verbatim": plain and not any(0x202a <= ord(c) <= 0x202e or 0x2066 <= ord(c) <= 0x2069 or c == "\ufeff"
                                                                  for c in text)})
    return listed


def mixed(listed, random, count):
    """Two or three tricks in one text."""
    made = []
    for _ in range(count):
        parts = [random.choice(listed) for _ in range(random.choice((2, 2, 3)))]
        made.append({"text": random.choice(("", " ", "\n", "x")).join(part["text"] for part in parts)[:6000], "verbatim": False})
    return made
