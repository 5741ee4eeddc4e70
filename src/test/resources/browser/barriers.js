/*
 * What axe finds in the page as it stands, with the rules of a list or, if that is empty, with all of them.
 *
 * Contrast is three quarters of all that axe does, and a list of a hundred hits has the same colours a hundred times. So the rule
 * looks at one of all elements that have the same look: the same of everything that contrast depends on, in the element and in
 * each element around it. What is placed or drawn by itself may lie on anything, so that it is like nothing else.
 */
async rules => {
    const MARK = 'data-contrast';
    const LOOK = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight', 'textShadow', 'filter',
        'mixBlendMode', 'visibility', 'textIndent', 'marginTop', 'marginLeft', 'clip', 'clipPath'];
    const ids = new Map();
    const marked = [];
    let alone = 0;

    const ownText = element => [...element.childNodes]
        .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent.trim()).join('');
    const byItself = (element, style) => element instanceof SVGElement || style.transform !== 'none'
        || ['absolute', 'fixed'].includes(style.position) && element.offsetWidth > 1;

    const look = (element, around) => {
        const style = getComputedStyle(element);
        const text = Math.min(ownText(element).length, 2);
        const own = [around, element.tagName, text, element.checkVisibility(), element.matches(':disabled, [aria-disabled=true]'),
            byItself(element, style) ? ++alone : '', ...LOOK.map(name => style[name])].join('|');
        const first = !ids.has(own);
        if (first) {
            ids.set(own, ids.size);
        }
        if (first && (text > 0 || element.matches('input, select, textarea, button'))) {
            element.setAttribute(MARK, '');
            marked.push(element);
        }
        for (const child of element.children) {
            look(child, ids.get(own));
        }
    };
    look(document.documentElement, '');
    axe.configure({rules: [{id: 'color-contrast', selector: `[${MARK}]`}]});
    const found = await axe.run(document, {
        // Of what passes one place a rule is told, since naming thousands of them takes longer than looking at them.
        resultTypes: ['violations'],
        ...(rules.length > 0 && {runOnly: rules})
    });
    marked.forEach(element => element.removeAttribute(MARK));
    return {
        passed: found.passes.length,
        broken: found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => `${rule.impact} ${rule.id}: ${node.html}`))
    };
}
