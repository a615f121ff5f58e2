package io.omnibridge.bootstrap.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H11")
class LineEncoderTest {

    private static final String INVISIBLE =
            "a\r\n\u000b\f\t\u0000\u001b[31m\u007f\u0085\u2028\u2029\u202e\u2066\u200b\ufeff\ud800z\udc00";

    @Test
    void a_text_line_has_time_level_request_logger_and_message() {
        assertEquals(
                "2026-01-02T03:04:05Z WARN [r-1] io.omnibridge.x - hello alice\n",
                line(LogFormat.TEXT, "hello {}", null, Map.of("request_id", "r-1"), "alice"));
        assertEquals(
                "2026-01-02T03:04:05Z WARN io.omnibridge.x - hello\n", line(LogFormat.TEXT, "hello", null, Map.of()));
    }

    @Test
    void a_json_line_is_one_object() throws JsonProcessingException {
        JsonNode json = json("hello {}", null, Map.of("request_id", "r-1"), "\"alice\"");

        assertEquals("2026-01-02T03:04:05Z", json.path("at").asText());
        assertEquals("WARN", json.path("level").asText());
        assertEquals("io.omnibridge.x", json.path("logger").asText());
        assertEquals("hello \"alice\"", json.path("message").asText());
        assertEquals("r-1", json.path("request_id").asText());
        assertFalse(json.has("exception"));
        assertFalse(json("hello", null, Map.of()).has("request_id"));
    }

    @ParameterizedTest
    @EnumSource
    void every_event_is_one_visible_line(LogFormat format) {
        Throwable cause = new IllegalStateException(INVISIBLE, new IllegalArgumentException(INVISIBLE));
        String line = line(format, "sent {}", cause, Map.of("request_id", INVISIBLE), INVISIBLE);

        assertEquals(1, line.lines().count());
        assertTrue(line.endsWith("\n"));
        assertTrue(line.strip().codePoints().noneMatch(LineEncoderTest::isInvisible), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u001b", "\u2028", "\u202e", "\ud800", "\ud83d"})
    void an_escaped_character_stays_legible(String character) throws JsonProcessingException {
        String escaped = "a\\u%04xb".formatted((int) character.charAt(0));

        assertTrue(line(LogFormat.TEXT, "a" + character + "b", null, Map.of()).contains("- " + escaped));
        assertEquals(
                escaped,
                json("a" + character + "b", null, Map.of()).path("message").asText());
    }

    @Test
    void other_scripts_and_symbols_are_not_escaped() {
        assertTrue(line(LogFormat.TEXT, "Grüße 東京 😀", null, Map.of()).endsWith("- Grüße 東京 😀\n"));
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || c == '?';
    }

    private static JsonNode json(
            String message, @Nullable Throwable thrown, Map<String, String> context, Object... arguments)
            throws JsonProcessingException {
        return new ObjectMapper().readTree(line(LogFormat.JSON, message, thrown, context, arguments));
    }

    private static String line(
            LogFormat format,
            String message,
            @Nullable Throwable thrown,
            Map<String, String> context,
            Object... arguments) {
        LoggingEvent event = new LoggingEvent(
                "", new LoggerContext().getLogger("io.omnibridge.x"), Level.WARN, message, thrown, arguments);
        event.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
        event.setMDCPropertyMap(context);
        return new String(new LineEncoder(format).encode(event), UTF_8);
    }
}
