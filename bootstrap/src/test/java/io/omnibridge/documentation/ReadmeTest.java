package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** README.md stays short. */
class ReadmeTest {

    private static final int MAX_LINES = 150;

    @Test
    void the_readme_fits_into_150_lines() {
        long lines = Document.read("README.md").text().lines().count();

        assertTrue(lines <= MAX_LINES, () -> "README.md has " + lines + " lines");
    }
}
