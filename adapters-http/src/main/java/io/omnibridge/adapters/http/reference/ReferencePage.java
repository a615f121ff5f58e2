package io.omnibridge.adapters.http.reference;

import gg.jte.Content;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import java.util.List;

/**
 * One page of the reference.
 *
 * @param introduction what stands above the entries
 * @param pages all pages, for the table of contents
 * @param operations the operations that the page describes
 * @param schemas the schemas that the page describes
 */
public record ReferencePage(
        Frame frame,
        Content introduction,
        List<ReferenceEntry> pages,
        List<Operation> operations,
        List<SchemaView> schemas)
        implements HtmlPage {

    @Override
    public String template() {
        return "reference.jte";
    }
}
