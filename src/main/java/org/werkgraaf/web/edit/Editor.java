package org.werkgraaf.web.edit;

/**
 * Who edits.
 *
 * @param name stands for a change
 * @param named whether it is that of an account, and not of an operator
 * @param mayWrite whether changes may be written, and those of others looked at
 * @param mayAnswer whether readers may be answered
 */
record Editor(String name, boolean named, boolean mayWrite, boolean mayAnswer) {}
