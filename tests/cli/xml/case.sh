# XML of no known kind says how it was read; what is broken is read as far as it makes sense, and the next file all the same.
cat >kind.xml <<'END'
<?xml version="1.0"?>
<notes><note>Lorem <b>ipsum</b> &amp; more.</note><when>2024-05-01</when></notes>
END
cat >broken.dbk <<'END'
<article xmlns="http://docbook.org/ns/docbook">
<para>Lorem ipsum.</para>
<para>Never <emphasis>closed.</para>
</article>
END
cat >topic.xml <<'END'
<!DOCTYPE topic PUBLIC "-//OASIS//DTD DITA Topic//EN" "topic.dtd">
<topic id="a"><title>Lorem ipsum</title><body><codeblock>lorem ipsum</codeblock></body></topic>
END
for file in kind.xml broken.dbk topic.xml; do
    mtlint check --format concise "$file" || echo "exit $?"
done
mtlint check --format concise . || echo "exit $?"
