package io.omnibridge.adapters.http.html;

/** Content of one page. Its template shows it, and escapes every text of it. */
public interface HtmlPage {

    /** Returns the name of the template, such as {@code message.jte}. */
    String template();

    /** Returns what surrounds the content. */
    Frame frame();
}
