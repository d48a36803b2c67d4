/* dp-page-marks.c: what the class, id and kind of an element say about its content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-page-marks.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_WORD 24

/* Sorted by word, for bsearch. Two words of a name that stand beside each other are looked up as one
 * as well, so that "read-more" is found and "more" says nothing. */
static const struct
{
  const char *word;
  guint marks;
} words[] = {
  { "aboutauthor", DP_MARK_AUTHOR_BOX },
  { "aboutauthors", DP_MARK_AUTHOR_BOX },
  { "abstract", DP_MARK_STANDFIRST },
  { "accessibilityhidden", DP_MARK_HIDDEN },
  { "accessibletext", DP_MARK_HIDDEN },
  { "ad", DP_MARK_ADVERT },
  { "adbox", DP_MARK_ADVERT },
  { "adcontainer", DP_MARK_ADVERT },
  { "addthis", DP_MARK_SOCIAL },
  { "addtoany", DP_MARK_SOCIAL },
  { "ads", DP_MARK_ADVERT },
  { "adsbygoogle", DP_MARK_ADVERT },
  { "adsense", DP_MARK_ADVERT },
  { "adslot", DP_MARK_ADVERT },
  { "adunit", DP_MARK_ADVERT },
  { "advert", DP_MARK_ADVERT },
  { "advertisement", DP_MARK_ADVERT },
  { "advertising", DP_MARK_ADVERT },
  { "advertorial", DP_MARK_ADVERT },
  { "adverts", DP_MARK_ADVERT },
  { "adwrapper", DP_MARK_ADVERT },
  { "affiliate", DP_MARK_ADVERT },
  { "alsolike", DP_MARK_RELATED },
  { "alsoread", DP_MARK_RELATED },
  { "anzeige", DP_MARK_ADVERT },
  { "appdownload", DP_MARK_NEWSLETTER },
  { "article", DP_MARK_BODY },
  { "articleauthor", DP_MARK_BYLINE },
  { "articlebody", DP_MARK_BODY | DP_MARK_TRUSTED_BODY },
  { "articlebodytext", DP_MARK_TRUSTED_BODY },
  { "articlebyline", DP_MARK_BYLINE },
  { "articlecontainer", DP_MARK_BODY },
  { "articlecontent", DP_MARK_BODY | DP_MARK_TRUSTED_BODY },
  { "articlecopy", DP_MARK_BODY },
  { "articledate", DP_MARK_BYLINE },
  { "articlefooter", DP_MARK_FOOTER },
  { "articleheadline", DP_MARK_TITLE },
  { "articleinfo", DP_MARK_BYLINE },
  { "articleintro", DP_MARK_STANDFIRST },
  { "articlelead", DP_MARK_STANDFIRST },
  { "articlemain", DP_MARK_BODY },
  { "articlemeta", DP_MARK_BYLINE },
  { "articlesource", DP_MARK_BYLINE },
  { "articlesummary", DP_MARK_STANDFIRST },
  { "articletags", DP_MARK_TAGS },
  { "articletext", DP_MARK_BODY },
  { "articletitle", DP_MARK_TITLE },
  { "aside", DP_MARK_ASIDE },
  { "assistivetext", DP_MARK_HIDDEN },
  { "audioplayer", DP_MARK_MEDIA },
  { "author", DP_MARK_BYLINE },
  { "authorabout", DP_MARK_AUTHOR_BOX },
  { "authorbio", DP_MARK_AUTHOR_BOX },
  { "authorbox", DP_MARK_AUTHOR_BOX },
  { "authorcard", DP_MARK_AUTHOR_BOX },
  { "authordescription", DP_MARK_AUTHOR_BOX },
  { "authordetails", DP_MARK_AUTHOR_BOX },
  { "authorfooter", DP_MARK_AUTHOR_BOX },
  { "authorinfo", DP_MARK_AUTHOR_BOX },
  { "authorname", DP_MARK_BYLINE },
  { "authorprofile", DP_MARK_AUTHOR_BOX },
  { "authors", DP_MARK_BYLINE },
  { "bio", DP_MARK_AUTHOR_BOX },
  { "biography", DP_MARK_AUTHOR_BOX },
  { "blogcontent", DP_MARK_BODY },
  { "blogpost", DP_MARK_BODY },
  { "bodycontent", DP_MARK_BODY },
  { "bodycopy", DP_MARK_BODY },
  { "bodytext", DP_MARK_BODY },
  { "bottombar", DP_MARK_FOOTER },
  { "breadcrumb", DP_MARK_NAVIGATION },
  { "breadcrumbs", DP_MARK_NAVIGATION },
  { "breaking", DP_MARK_RELATED },
  { "brightcove", DP_MARK_MEDIA },
  { "btn", DP_MARK_BUTTON },
  { "button", DP_MARK_BUTTON },
  { "byline", DP_MARK_BYLINE },
  { "bylines", DP_MARK_BYLINE },
  { "calltoaction", DP_MARK_NEWSLETTER },
  { "caption", DP_MARK_CAPTION },
  { "captions", DP_MARK_CAPTION },
  { "carousel", DP_MARK_MEDIA },
  { "categories", DP_MARK_TAGS },
  { "catlinks", DP_MARK_TAGS },
  { "chapo", DP_MARK_STANDFIRST },
  { "cmp", DP_MARK_DIALOG },
  { "colophon", DP_MARK_FOOTER },
  { "comment", DP_MARK_COMMENTS },
  { "commentary", DP_MARK_COMMENTS },
  { "commentform", DP_MARK_COMMENTS },
  { "commentlist", DP_MARK_COMMENTS },
  { "comments", DP_MARK_COMMENTS },
  { "commercial", DP_MARK_ADVERT },
  { "consent", DP_MARK_DIALOG },
  { "content", DP_MARK_BODY },
  { "contentbody", DP_MARK_BODY },
  { "contenttext", DP_MARK_BODY },
  { "contributorbio", DP_MARK_AUTHOR_BOX },
  { "cookie", DP_MARK_DIALOG },
  { "cookiebanner", DP_MARK_DIALOG },
  { "cookienotice", DP_MARK_DIALOG },
  { "cookies", DP_MARK_DIALOG },
  { "copyright", DP_MARK_CAPTION },
  { "coral", DP_MARK_COMMENTS },
  { "credit", DP_MARK_CAPTION },
  { "credits", DP_MARK_CAPTION },
  { "crosslink", DP_MARK_RELATED },
  { "crosslinks", DP_MARK_RELATED },
  { "crumb", DP_MARK_NAVIGATION },
  { "crumbs", DP_MARK_NAVIGATION },
  { "cta", DP_MARK_NEWSLETTER },
  { "cutline", DP_MARK_CAPTION },
  { "date", DP_MARK_BYLINE },
  { "dateline", DP_MARK_BYLINE },
  { "datetime", DP_MARK_BYLINE },
  { "deck", DP_MARK_STANDFIRST },
  { "dek", DP_MARK_STANDFIRST },
  { "dfp", DP_MARK_ADVERT },
  { "disclaimer", DP_MARK_DISCLAIMER },
  { "disclosure", DP_MARK_DISCLAIMER },
  { "discussion", DP_MARK_COMMENTS },
  { "disqus", DP_MARK_COMMENTS },
  { "donate", DP_MARK_NEWSLETTER },
  { "donation", DP_MARK_NEWSLETTER },
  { "donations", DP_MARK_NEWSLETTER },
  { "emailsignup", DP_MARK_NEWSLETTER },
  { "embed", DP_MARK_EMBED },
  { "embedded", DP_MARK_EMBED },
  { "embeddedpost", DP_MARK_EMBED },
  { "entry", DP_MARK_BODY },
  { "entryauthor", DP_MARK_AUTHOR_BOX },
  { "entrycontent", DP_MARK_BODY | DP_MARK_TRUSTED_BODY },
  { "entrydate", DP_MARK_BYLINE },
  { "entryfooter", DP_MARK_FOOTER },
  { "entrymeta", DP_MARK_BYLINE },
  { "entrytags", DP_MARK_TAGS },
  { "entrytitle", DP_MARK_TITLE },
  { "excerpt", DP_MARK_STANDFIRST },
  { "eyebrow", DP_MARK_BYLINE },
  { "figcaption", DP_MARK_CAPTION },
  { "followbutton", DP_MARK_SOCIAL },
  { "followus", DP_MARK_SOCIAL },
  { "footer", DP_MARK_FOOTER },
  { "fulltext", DP_MARK_BODY },
  { "furtherreading", DP_MARK_RELATED },
  { "gallery", DP_MARK_MEDIA },
  { "gdpr", DP_MARK_DIALOG },
  { "googlead", DP_MARK_ADVERT },
  { "gpt", DP_MARK_ADVERT },
  { "headline", DP_MARK_TITLE },
  { "hentry", DP_MARK_BODY },
  { "imagecaption", DP_MARK_CAPTION },
  { "imagecopyright", DP_MARK_CAPTION },
  { "imagecredit", DP_MARK_CAPTION },
  { "imagesource", DP_MARK_CAPTION },
  { "imgcaption", DP_MARK_CAPTION },
  { "infoline", DP_MARK_BYLINE },
  { "inlinepromo", DP_MARK_RELATED },
  { "instagram", DP_MARK_EMBED },
  { "interstitial", DP_MARK_DIALOG },
  { "intro", DP_MARK_STANDFIRST },
  { "introduction", DP_MARK_STANDFIRST },
  { "isprint", DP_MARK_HIDDEN },
  { "jprelatedposts", DP_MARK_RELATED },
  { "jwplayer", DP_MARK_MEDIA },
  { "keywords", DP_MARK_TAGS },
  { "kicker", DP_MARK_BYLINE },
  { "lastupdated", DP_MARK_BYLINE },
  { "latest", DP_MARK_RELATED },
  { "latestnews", DP_MARK_RELATED },
  { "lead", DP_MARK_STANDFIRST },
  { "leadin", DP_MARK_STANDFIRST },
  { "leadtext", DP_MARK_STANDFIRST },
  { "lede", DP_MARK_STANDFIRST },
  { "leeaussi", DP_MARK_RELATED },
  { "leftrail", DP_MARK_ASIDE },
  { "legal", DP_MARK_DISCLAIMER },
  { "legend", DP_MARK_CAPTION },
  { "lightbox", DP_MARK_DIALOG },
  { "linkbox", DP_MARK_RELATED },
  { "linklist", DP_MARK_RELATED },
  { "lireaussi", DP_MARK_RELATED },
  { "livefyre", DP_MARK_COMMENTS },
  { "login", DP_MARK_NEWSLETTER },
  { "mailchimp", DP_MARK_NEWSLETTER },
  { "maincontent", DP_MARK_BODY },
  { "maintext", DP_MARK_BODY },
  { "masthead", DP_MARK_NAVIGATION },
  { "mediacaption", DP_MARK_CAPTION },
  { "mediaplayer", DP_MARK_MEDIA },
  { "mehrzum", DP_MARK_RELATED },
  { "membership", DP_MARK_NEWSLETTER },
  { "menu", DP_MARK_NAVIGATION },
  { "menubar", DP_MARK_NAVIGATION },
  { "meta", DP_MARK_BYLINE },
  { "metadata", DP_MARK_BYLINE },
  { "modal", DP_MARK_DIALOG },
  { "modified", DP_MARK_BYLINE },
  { "moreabout", DP_MARK_RELATED },
  { "morefrom", DP_MARK_RELATED },
  { "morelike", DP_MARK_RELATED },
  { "morenews", DP_MARK_RELATED },
  { "moreon", DP_MARK_RELATED },
  { "morestories", DP_MARK_RELATED },
  { "moretopics", DP_MARK_RELATED },
  { "mostpopular", DP_MARK_RELATED },
  { "mostread", DP_MARK_RELATED },
  { "mostrecent", DP_MARK_RELATED },
  { "mostviewed", DP_MARK_RELATED },
  { "nav", DP_MARK_NAVIGATION },
  { "navbar", DP_MARK_NAVIGATION },
  { "navigation", DP_MARK_NAVIGATION },
  { "newsbody", DP_MARK_BODY },
  { "newscontent", DP_MARK_BODY },
  { "newsletter", DP_MARK_NEWSLETTER },
  { "newsletters", DP_MARK_NEWSLETTER },
  { "newstext", DP_MARK_BODY },
  { "nextup", DP_MARK_RELATED },
  { "nlsignup", DP_MARK_NEWSLETTER },
  { "offscreen", DP_MARK_HIDDEN },
  { "onetrust", DP_MARK_DIALOG },
  { "onlyprint", DP_MARK_HIDDEN },
  { "onward", DP_MARK_RELATED },
  { "optin", DP_MARK_NEWSLETTER },
  { "othernews", DP_MARK_RELATED },
  { "otsdk", DP_MARK_DIALOG },
  { "outbrain", DP_MARK_RELATED },
  { "overlay", DP_MARK_DIALOG },
  { "overline", DP_MARK_BYLINE },
  { "pagecontent", DP_MARK_BODY },
  { "pagefooter", DP_MARK_FOOTER },
  { "pagenav", DP_MARK_NAVIGATION },
  { "pager", DP_MARK_NAVIGATION },
  { "pagetitle", DP_MARK_TITLE },
  { "pagination", DP_MARK_NAVIGATION },
  { "paginator", DP_MARK_NAVIGATION },
  { "paywall", DP_MARK_NEWSLETTER },
  { "paywalled", DP_MARK_NEWSLETTER },
  { "photocaption", DP_MARK_CAPTION },
  { "photocredit", DP_MARK_CAPTION },
  { "photographer", DP_MARK_CAPTION },
  { "piano", DP_MARK_NEWSLETTER },
  { "picturecaption", DP_MARK_CAPTION },
  { "player", DP_MARK_MEDIA },
  { "playlist", DP_MARK_MEDIA },
  { "podcast", DP_MARK_MEDIA },
  { "poll", DP_MARK_MEDIA },
  { "popover", DP_MARK_DIALOG },
  { "popular", DP_MARK_RELATED },
  { "popup", DP_MARK_DIALOG },
  { "postauthor", DP_MARK_AUTHOR_BOX },
  { "postbody", DP_MARK_BODY | DP_MARK_TRUSTED_BODY },
  { "postcategories", DP_MARK_TAGS },
  { "postcontent", DP_MARK_BODY | DP_MARK_TRUSTED_BODY },
  { "postdate", DP_MARK_BYLINE },
  { "posted", DP_MARK_BYLINE },
  { "postentry", DP_MARK_BODY },
  { "postfooter", DP_MARK_FOOTER },
  { "postinfo", DP_MARK_BYLINE },
  { "postmeta", DP_MARK_BYLINE },
  { "postnav", DP_MARK_NAVIGATION },
  { "postnavigation", DP_MARK_NAVIGATION },
  { "posttags", DP_MARK_TAGS },
  { "posttext", DP_MARK_BODY },
  { "posttitle", DP_MARK_TITLE },
  { "prevnext", DP_MARK_NAVIGATION },
  { "printonly", DP_MARK_HIDDEN },
  { "promo", DP_MARK_RELATED },
  { "promobox", DP_MARK_RELATED },
  { "promos", DP_MARK_RELATED },
  { "promoted", DP_MARK_RELATED },
  { "pubdate", DP_MARK_BYLINE },
  { "publicidad", DP_MARK_ADVERT },
  { "publishdate", DP_MARK_BYLINE },
  { "published", DP_MARK_BYLINE },
  { "publisheddate", DP_MARK_BYLINE },
  { "pushnotification", DP_MARK_NEWSLETTER },
  { "quiz", DP_MARK_MEDIA },
  { "rail", DP_MARK_ASIDE },
  { "reactions", DP_MARK_COMMENTS },
  { "readalso", DP_MARK_RELATED },
  { "readingtime", DP_MARK_BYLINE },
  { "readmore", DP_MARK_RELATED },
  { "readnext", DP_MARK_RELATED },
  { "readtime", DP_MARK_BYLINE },
  { "recirc", DP_MARK_RELATED },
  { "recirculation", DP_MARK_RELATED },
  { "recommend", DP_MARK_RELATED },
  { "recommendation", DP_MARK_RELATED },
  { "recommendations", DP_MARK_RELATED },
  { "recommended", DP_MARK_RELATED },
  { "register", DP_MARK_NEWSLETTER },
  { "registration", DP_MARK_NEWSLETTER },
  { "regwall", DP_MARK_NEWSLETTER },
  { "reklam", DP_MARK_ADVERT },
  { "reklama", DP_MARK_ADVERT },
  { "related", DP_MARK_RELATED },
  { "relatedposts", DP_MARK_RELATED },
  { "relateds", DP_MARK_RELATED },
  { "replies", DP_MARK_COMMENTS },
  { "respond", DP_MARK_COMMENTS },
  { "richtext", DP_MARK_BODY },
  { "rightcol", DP_MARK_ASIDE },
  { "rightcolumn", DP_MARK_ASIDE },
  { "rightrail", DP_MARK_ASIDE },
  { "screenreader", DP_MARK_HIDDEN },
  { "screenreadertext", DP_MARK_HIDDEN },
  { "seealso", DP_MARK_RELATED },
  { "share", DP_MARK_SOCIAL },
  { "shareaholic", DP_MARK_SOCIAL },
  { "sharebar", DP_MARK_SOCIAL },
  { "sharebox", DP_MARK_SOCIAL },
  { "sharebutton", DP_MARK_SOCIAL },
  { "sharebuttons", DP_MARK_SOCIAL },
  { "sharedaddy", DP_MARK_SOCIAL },
  { "sharelinks", DP_MARK_SOCIAL },
  { "shares", DP_MARK_SOCIAL },
  { "sharetools", DP_MARK_SOCIAL },
  { "sharing", DP_MARK_SOCIAL },
  { "showprint", DP_MARK_HIDDEN },
  { "sidebar", DP_MARK_ASIDE },
  { "sidebars", DP_MARK_ASIDE },
  { "sidecol", DP_MARK_ASIDE },
  { "sidecolumn", DP_MARK_ASIDE },
  { "signin", DP_MARK_NEWSLETTER },
  { "signup", DP_MARK_NEWSLETTER },
  { "similar", DP_MARK_RELATED },
  { "singlecontent", DP_MARK_BODY },
  { "sitemap", DP_MARK_NAVIGATION },
  { "skiplink", DP_MARK_NAVIGATION },
  { "slick", DP_MARK_MEDIA },
  { "slider", DP_MARK_MEDIA },
  { "slideshow", DP_MARK_MEDIA },
  { "snackbar", DP_MARK_DIALOG },
  { "sociable", DP_MARK_SOCIAL },
  { "social", DP_MARK_SOCIAL },
  { "socialmedia", DP_MARK_SOCIAL },
  { "socials", DP_MARK_SOCIAL },
  { "socialshare", DP_MARK_SOCIAL },
  { "sousheadline", DP_MARK_STANDFIRST },
  { "sponsor", DP_MARK_ADVERT },
  { "sponsored", DP_MARK_ADVERT },
  { "sponsors", DP_MARK_ADVERT },
  { "sponsorship", DP_MARK_ADVERT },
  { "spotim", DP_MARK_COMMENTS },
  { "sronly", DP_MARK_HIDDEN },
  { "srtext", DP_MARK_HIDDEN },
  { "standfirst", DP_MARK_STANDFIRST },
  { "story", DP_MARK_BODY },
  { "storybody", DP_MARK_BODY | DP_MARK_TRUSTED_BODY },
  { "storybodytext", DP_MARK_TRUSTED_BODY },
  { "storycontent", DP_MARK_BODY },
  { "storyfooter", DP_MARK_FOOTER },
  { "storytext", DP_MARK_BODY },
  { "storytitle", DP_MARK_TITLE },
  { "subfooter", DP_MARK_FOOTER },
  { "subhead", DP_MARK_STANDFIRST },
  { "subheadline", DP_MARK_STANDFIRST },
  { "submenu", DP_MARK_NAVIGATION },
  { "subscribe", DP_MARK_NEWSLETTER },
  { "subscription", DP_MARK_NEWSLETTER },
  { "subscriptions", DP_MARK_NEWSLETTER },
  { "subtitle", DP_MARK_STANDFIRST },
  { "suggested", DP_MARK_RELATED },
  { "suggestions", DP_MARK_RELATED },
  { "summary", DP_MARK_STANDFIRST },
  { "supportus", DP_MARK_NEWSLETTER },
  { "survey", DP_MARK_MEDIA },
  { "swiper", DP_MARK_MEDIA },
  { "synopsis", DP_MARK_STANDFIRST },
  { "tableofcontents", DP_MARK_CONTENTS },
  { "taboola", DP_MARK_RELATED },
  { "tagcloud", DP_MARK_TAGS },
  { "tagcontainer", DP_MARK_TAGS },
  { "tagged", DP_MARK_TAGS },
  { "taglinks", DP_MARK_TAGS },
  { "taglist", DP_MARK_TAGS },
  { "tags", DP_MARK_TAGS },
  { "tagslist", DP_MARK_TAGS },
  { "teaser", DP_MARK_RELATED },
  { "teaserlist", DP_MARK_RELATED },
  { "teasers", DP_MARK_RELATED },
  { "teasertext", DP_MARK_STANDFIRST },
  { "textbody", DP_MARK_BODY },
  { "textcontent", DP_MARK_BODY },
  { "ticker", DP_MARK_MEDIA },
  { "time", DP_MARK_BYLINE },
  { "timestamp", DP_MARK_BYLINE },
  { "timetoread", DP_MARK_BYLINE },
  { "toast", DP_MARK_DIALOG },
  { "toc", DP_MARK_CONTENTS },
  { "toccontainer", DP_MARK_CONTENTS },
  { "tocwrapper", DP_MARK_CONTENTS },
  { "toolbar", DP_MARK_NAVIGATION },
  { "tooltip", DP_MARK_DIALOG },
  { "topbar", DP_MARK_NAVIGATION },
  { "topiclist", DP_MARK_TAGS },
  { "topics", DP_MARK_TAGS },
  { "transcript", DP_MARK_MEDIA },
  { "trending", DP_MARK_RELATED },
  { "tweet", DP_MARK_EMBED },
  { "twitterembed", DP_MARK_EMBED },
  { "twittertweet", DP_MARK_EMBED },
  { "updated", DP_MARK_BYLINE },
  { "upnext", DP_MARK_RELATED },
  { "vcardbio", DP_MARK_AUTHOR_BOX },
  { "viafoura", DP_MARK_COMMENTS },
  { "videojs", DP_MARK_MEDIA },
  { "videoplayer", DP_MARK_MEDIA },
  { "viewcount", DP_MARK_BYLINE },
  { "views", DP_MARK_BYLINE },
  { "visibleprint", DP_MARK_HIDDEN },
  { "visuallyhidden", DP_MARK_HIDDEN },
  { "visuallyhide", DP_MARK_HIDDEN },
  { "weather", DP_MARK_MEDIA },
  { "weiterlesen", DP_MARK_RELATED },
  { "werbung", DP_MARK_ADVERT },
  { "whatsapp", DP_MARK_SOCIAL },
  { "wpcaption", DP_MARK_CAPTION },
  { "wpcaptiontext", DP_MARK_CAPTION },
  { "yarpp", DP_MARK_RELATED },
  { "youmaylike", DP_MARK_RELATED },
};

static int
compare_word (const void *key,
              const void *row)
{
  return strcmp (key, *(const char *const *) row);
}

static guint
look_up (const char *word)
{
  const typeof (words[0]) *row = bsearch (word, words, G_N_ELEMENTS (words), sizeof words[0], compare_word);

  return row != NULL ? row->marks : 0;
}

/* Marks of a class or id attribute. */
static guint
marks_of_names (const char *names)
{
  char before[LONGEST_WORD * 2 + 1] = "", word[LONGEST_WORD + 1];
  guint marks = 0, length = 0;

  if (g_str_equal (names, "hidden") || g_str_equal (names, "hide") || g_str_equal (names, "invisible"))
    return DP_MARK_HIDDEN; /* as a part of a name it says when, not that */
  for (const char *p = names;; p++)
    {
      gboolean is_word = g_ascii_isalpha (*p);
      /* A capital after a small letter begins a word; so does "T" of "HTMLText", which nobody needs. */
      gboolean begins = is_word && g_ascii_isupper (*p) && length > 0 && g_ascii_islower (p[-1]);

      if ((!is_word || begins) && length > 0)
        {
          word[length] = '\0';
          marks |= look_up (word);
          if (before[0] != '\0')
            {
              strcat (before, word);
              marks |= look_up (before);
            }
          strcpy (before, word);
          length = 0;
        }
      if (*p == '\0')
        break;
      if (is_word)
        {
          if (length < LONGEST_WORD)
            word[length++] = g_ascii_tolower (*p);
        }
      else if (*p == ' ' || *p == '\n' || *p == '\t')
        before[0] = '\0';
    }
  return marks;
}

static guint
marks_of_tag (DpTag tag)
{
  switch (tag)
    {
    case DP_TAG_NAV:
      return DP_MARK_NAVIGATION;
    case DP_TAG_ASIDE:
      return DP_MARK_ASIDE;
    case DP_TAG_FOOTER:
      return DP_MARK_FOOTER;
    case DP_TAG_HEADER:
      return DP_MARK_HEADER;
    case DP_TAG_FORM:
    case DP_TAG_FIELDSET:
    case DP_TAG_LABEL:
      return DP_MARK_FORM;
    case DP_TAG_DIALOG:
      return DP_MARK_DIALOG;
    case DP_TAG_BUTTON:
      return DP_MARK_BUTTON;
    case DP_TAG_FIGURE:
    case DP_TAG_FIGCAPTION:
      return DP_MARK_CAPTION;
    case DP_TAG_TIME:
      return DP_MARK_BYLINE;
    case DP_TAG_MAIN:
    case DP_TAG_ARTICLE:
      return DP_MARK_BODY;
    default:
      return 0;
    }
}

static guint
marks_of_role (const char *role)
{
  static const struct
  {
    const char *role;
    guint marks;
  } roles[] = {
    { "navigation", DP_MARK_NAVIGATION },
    { "menu", DP_MARK_NAVIGATION },
    { "complementary", DP_MARK_ASIDE },
    { "contentinfo", DP_MARK_FOOTER },
    { "banner", DP_MARK_NAVIGATION },
    { "search", DP_MARK_FORM },
    { "dialog", DP_MARK_DIALOG },
    { "alertdialog", DP_MARK_DIALOG },
    { "button", DP_MARK_BUTTON },
    { "main", DP_MARK_BODY },
    { "article", DP_MARK_BODY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_ascii_strcasecmp (roles[i].role, role) == 0)
        return roles[i].marks;
    }
  return 0;
}

static guint
marks_of_itemprop (const char *itemprop)
{
  /* For programs, even where a page forgets to hide them. */
  static const char *const machine_values[] = { "width", "height", "contentUrl", "thumbnailUrl", "embedUrl", "encodingFormat", "uploadDate" };

  if (strstr (itemprop, "articleBody") != NULL)
    return DP_MARK_BODY | DP_MARK_TRUSTED_BODY;
  if (strstr (itemprop, "author") != NULL || strstr (itemprop, "datePublished") != NULL ||
      strstr (itemprop, "dateModified") != NULL || strstr (itemprop, "publisher") != NULL)
    return DP_MARK_BYLINE;
  if (strstr (itemprop, "headline") != NULL)
    return DP_MARK_TITLE;
  if (strstr (itemprop, "caption") != NULL)
    return DP_MARK_CAPTION;
  for (gsize i = 0; i < G_N_ELEMENTS (machine_values); i++)
    {
      if (g_str_equal (machine_values[i], itemprop))
        return DP_MARK_HIDDEN;
    }
  return 0;
}

guint
dp_page_marks_of_node (const DpPage *page,
                       guint index)
{
  const DpPageNode *node = dp_page_node (page, index);
  guint marks = marks_of_tag (node->tag);

  if (node->tag == DP_TAG_HTML || node->tag == DP_TAG_BODY)
    return 0;
  for (guint i = node->start; i < node->start + node->length; i++)
    {
      const DpPageAttr *attr = &g_array_index (page->attrs, DpPageAttr, i);
      const char *value = page->text->str + attr->start;

      switch ((DpAttr) attr->attr)
        {
        case DP_ATTR_CLASS:
        case DP_ATTR_ID:
          marks |= marks_of_names (value);
          break;
        case DP_ATTR_ROLE:
          marks |= marks_of_role (value);
          break;
        case DP_ATTR_ITEMPROP:
          marks |= marks_of_itemprop (value);
          break;
        case DP_ATTR_REL:
          if (strstr (value, "author") != NULL)
            marks |= DP_MARK_BYLINE;
          else if (strstr (value, "tag") != NULL)
            marks |= DP_MARK_TAGS;
          break;
        case DP_ATTR_HIDDEN:
        case DP_ATTR_STYLE: /* only kept when it hides */
          marks |= DP_MARK_HIDDEN;
          break;
        case DP_ATTR_ARIA_HIDDEN:
          if (g_ascii_strcasecmp (value, "true") == 0)
            marks |= DP_MARK_HIDDEN;
          break;
        default:
          break;
        }
    }
  /* A post of elsewhere in the article is no invitation to share it. */
  if ((marks & DP_MARK_EMBED) != 0)
    marks &= ~DP_MARK_SOCIAL;
  return marks;
}
