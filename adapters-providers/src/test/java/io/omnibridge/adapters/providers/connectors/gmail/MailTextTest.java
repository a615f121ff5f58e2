package io.omnibridge.adapters.providers.connectors.gmail;

import static io.omnibridge.adapters.providers.connectors.gmail.MailJson.attachment;
import static io.omnibridge.adapters.providers.connectors.gmail.MailJson.multipart;
import static io.omnibridge.adapters.providers.connectors.gmail.MailJson.part;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.search.ItemText.Missing;
import io.omnibridge.domain.search.ItemText.Present;
import io.omnibridge.domain.search.MissingTextReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private static final JsonNode PLAIN = part("text/plain; charset=UTF-8", "In plain text.");
    private static final JsonNode HTML = part("text/html; charset=UTF-8", "<p>In HTML.</p>");
    private static final JsonNode IMAGE = part("image/png", "x");
    private static final MailText OF_HTML = whole("In HTML.");
    private static final MailText OF_PLAIN = whole("In plain text.");

    private static MailText whole(String text) {
        return new MailText(new Present(text, false, 0, 0), false);
    }

    @Test
    void the_html_is_read_where_there_is_html() {
        assertEquals(OF_HTML, MailText.of(HTML));
        assertEquals(OF_HTML, MailText.of(multipart("alternative", PLAIN, HTML)));
        assertEquals(OF_HTML, MailText.of(multipart("alternative", HTML, PLAIN)));
        assertEquals(OF_HTML, MailText.of(multipart("alternative", PLAIN, multipart("related", HTML, IMAGE))));
        assertEquals(OF_HTML, MailText.of(multipart("mixed", multipart("alternative", PLAIN, HTML), IMAGE)));
        assertEquals(
                OF_HTML, MailText.of(multipart("alternative", PLAIN, HTML, part("text/calendar", "BEGIN:VCALENDAR"))));
    }

    @Test
    void plain_text_is_read_where_there_is_no_html() {
        assertEquals(OF_PLAIN, MailText.of(PLAIN));
        assertEquals(OF_PLAIN, MailText.of(multipart("alternative", PLAIN, IMAGE)));
    }

    @Test
    void parts_that_follow_each_other_are_one_text() {
        assertEquals(whole("In HTML.\n\nIn plain text."), MailText.of(multipart("mixed", HTML, IMAGE, PLAIN)));
    }

    @Test
    void attachments_and_mails_inside_are_not_read() {
        JsonNode mail = multipart("x", PLAIN);
        ((ObjectNode) mail).put("mimeType", "message/rfc822");
        ObjectNode unnamed = part("text/html", "<p>x");
        unnamed.withArray("headers")
                .addObject()
                .put("name", "content-disposition")
                .put("value", "Attachment");

        assertEquals(
                OF_HTML,
                MailText.of(multipart("mixed", HTML, attachment("text/plain", "notes.txt", "x"), mail, unnamed)));
    }

    @Test
    void a_mail_without_text_has_none() {
        MailText none = new MailText(new Missing(MissingTextReason.NO_TEXT), false);

        assertEquals(none, MailText.of(IMAGE));
        assertEquals(none, MailText.of(multipart("mixed")));
        assertEquals(none, MailText.of(part("text/plain", "")));
        assertEquals(none, MailText.of(MailJson.headers()));
    }

    @Test
    void a_part_that_is_kept_apart_or_broken_makes_the_text_partial() {
        ObjectNode apart = part("text/html", "");
        apart.putObject("body").put("attachmentId", "ANGjdJ8").put("size", 9);
        ObjectNode broken = part("text/html", "");
        broken.putObject("body").put("data", "***");

        assertEquals(new MailText(OF_PLAIN.text(), true), MailText.of(multipart("mixed", PLAIN, apart)));
        assertEquals(new MailText(OF_PLAIN.text(), true), MailText.of(multipart("mixed", PLAIN, broken)));
        assertEquals(new MailText(new Missing(MissingTextReason.NO_TEXT), true), MailText.of(apart));
    }

    @Test
    void each_part_has_its_charset() {
        JsonNode latin = part("text/plain; charset=iso-8859-1", "Gr\u00f6\u00dfe", StandardCharsets.ISO_8859_1);
        JsonNode japanese = part("text/html; charset=\"iso-2022-jp\"", "\u6771\u4eac", Charset.forName("ISO-2022-JP"));
        JsonNode converted = part("text/plain; charset=iso-8859-1", "Ma\u00df");

        assertEquals(
                whole("Gr\u00f6\u00dfe\n\n\u6771\u4eac\n\nMa\u00df"),
                MailText.of(multipart("mixed", latin, japanese, converted)));
    }

    @Test
    void a_tree_that_is_too_deep_ends() {
        JsonNode tree = HTML;
        for (int i = 0; i < 300; i++) {
            tree = multipart("mixed", tree);
        }

        assertEquals(new MailText(new Missing(MissingTextReason.NO_TEXT), false), MailText.of(tree));
    }
}
