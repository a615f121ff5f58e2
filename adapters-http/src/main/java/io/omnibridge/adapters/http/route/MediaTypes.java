package io.omnibridge.adapters.http.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/** What a body says that it is. */
final class MediaTypes {

    private static final Pattern JSON = Pattern.compile(
            "application/json[ \\t]*(;[ \\t]*charset=(utf-8|\"utf-8\")[ \\t]*)?", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Whether the body is declared once, as JSON, in UTF-8 and in no content encoding but {@code identity}. */
    static boolean isPlainJson(HttpServletRequest request) {
        var types = request.getHeaders("Content-Type");
        if (!types.hasMoreElements() || !JSON.matcher(types.nextElement()).matches() || types.hasMoreElements()) {
            return false;
        }
        return Collections.list(request.getHeaders("Content-Encoding")).stream()
                .allMatch(encoding -> encoding.equalsIgnoreCase("identity"));
    }
}
