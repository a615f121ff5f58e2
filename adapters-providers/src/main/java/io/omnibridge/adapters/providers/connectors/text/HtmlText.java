package io.omnibridge.adapters.providers.connectors.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Writes down what a person sees of an HTML document. For one document. */
final class HtmlText implements NodeFilter {

    private final TextLines lines = new TextLines();
    private final Deque<TextStyle> styles = new ArrayDeque<>();
    private final Deque<Integer> links = new ArrayDeque<>();
    private int hiddenTextRemoved;
    private int linksRemoved;

    private HtmlText(TextStyle root) {
        styles.push(root);
    }

    static RawText of(String html) {
        HtmlCut cut = HtmlCut.of(html);
        Document document = Parser.htmlParser().setMaxDepth(HtmlCut.MAX_DEPTH).parseInput(cut.html(), "");
        boolean hasStyleSheet = document.selectFirst("style, link[rel=stylesheet]") != null;
        HtmlText text = new HtmlText(TextStyle.root(hasStyleSheet));
        NodeTraversor.filter(text, document);
        return new RawText(
                text.lines.text(), text.hiddenTextRemoved, text.linksRemoved, cut.isCut() || text.lines.isFull());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (lines.isFull()) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            write(text);
        } else if (node instanceof Comment comment) {
            hiddenTextRemoved += isText(comment) ? 1 : 0;
        } else if (node instanceof Element element) {
            return begin(element);
        }
        return FilterResult.CONTINUE;
    }

    /** Instructions to mail programs are comments too, and no text. */
    private static boolean isText(Comment comment) {
        String data = comment.getData().strip();
        return !data.isEmpty() && !data.startsWith("[if") && !data.startsWith("<![endif") && !data.startsWith("[endif");
    }

    private void write(TextNode text) {
        if (!styles.element().isVisible()) {
            hiddenTextRemoved += text.isBlank() ? 0 : 1;
        } else if (styles.element().isPreformatted()) {
            lines.preformatted(text.getWholeText());
        } else {
            lines.words(text.getWholeText());
        }
    }

    private FilterResult begin(Element element) {
        InlineStyle style = InlineStyle.of(element);
        if (HiddenElements.isMachinery(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (HiddenElements.isHidden(element, style)) {
            hiddenTextRemoved += element.hasText() ? 1 : 0;
            return FilterResult.SKIP_ENTIRELY;
        }
        styles.push(styles.element().of(element, style));
        Blocks.before(element, lines);
        if (element.nameIs("a")) {
            links.push(lines.length());
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.nameIs("a")) {
                end(element, lines.since(links.pop()));
            }
            Blocks.after(element, lines);
            styles.pop();
        }
        return FilterResult.CONTINUE;
    }

    private void end(Element link, String label) {
        HtmlLink target = HtmlLink.of(link, label);
        linksRemoved += target.isRemoved() ? 1 : 0;
        if (styles.element().isVisible()) {
            target.shown().ifPresent(lines::words);
        }
    }
}
