package io.omnibridge.adapters.providers.connectors.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain text ~ plain text",
                "<@U1|ada> ~ @ada",
                "<@U1> ~ @U1",
                "<@U1|@ada> ~ @ada",
                "<#C1|general> ~ #general",
                "<#C1> ~ #C1",
                "<#C1|> ~ #C1",
                "<!here> ~ @here",
                "<!subteam^S1|@engineers> ~ @engineers",
                "<!subteam^S1> ~ @subteam",
                "<!date^1795168800^{date}|20 November> ~ 20 November",
                "<https://a.example/p> ~ https://a.example/p",
                "<https://a.example/p|the plan> ~ the plan (https://a.example/p)",
                "<https://a.example/p?a=1&amp;b=2> ~ https://a.example/p?a=1&b=2",
                "<mailto:ada@example.org|ada@example.org> ~ ada@example.org",
                "<mailto:ada@example.org|Ada> ~ Ada (ada@example.org)",
                "1 &lt; 2 &amp;&amp; 3 &gt; 2 ~ 1 < 2 && 3 > 2",
                "&amp;lt; ~ &lt;",
                "&lt;@U1|ada&gt; ~ <@U1|ada>",
                "a < b and <> and <|x> ~ a < b and <> and <|x>",
                "<https://a.example/$1|cost $0> ~ cost $0 (https://a.example/$1)"
            })
    void markup_is_read_as_a_person_reads_it(String raw, String readable) {
        assertEquals(readable, SlackText.readable(raw));
    }
}
